/** Evaluates what takes long, in a thread beside the worker's own. `LongEvaluations` starts it. */
import { parentPort } from 'node:worker_threads';
import { compileMapping, MappingError } from '@throughline/core/mapping';
import type { LongReply, LongRequest } from './long-evaluation-message.ts';

/** Only a safety net, since steps are counted and a machine can be slow. */
const deadlineMs = 120_000;

parentPort?.on('message', (request: LongRequest) => {
  parentPort?.postMessage(replyTo(request), []);
});

function replyTo({ text, input, scope, valueMaps, nowMs, maxTicks }: LongRequest): LongReply {
  try {
    const limits = { deadlineMs, ...(maxTicks !== undefined && { maxTicks }) };
    return { value: compileMapping(text, { now: () => nowMs, ...limits }).evaluate(input, { ...scope, valueMaps }) };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    const { message, code, phase, range, token } = error;
    return { failure: { message, code, phase, range, token } };
  }
}
