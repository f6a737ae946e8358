import { evaluateRequest, type EvaluationAnswer, type EvaluationRequest } from './evaluation-message.ts';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<EvaluationRequest>) => void): void;
  postMessage(message: EvaluationAnswer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data }) => {
  void evaluateRequest(data).then((result) => scope.postMessage({ id: data.id, result }, []));
});
