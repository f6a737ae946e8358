import { Workbench, type WorkAnswer, type WorkMessage } from './work.ts';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkMessage>) => void): void;
  postMessage(message: WorkAnswer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const workbench = new Workbench();

scope.addEventListener('message', ({ data }) => {
  scope.postMessage({ id: data.id, outcome: workbench.do(data) }, []);
});
