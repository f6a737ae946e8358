/** Evaluates what takes long, in a thread beside the worker's own. `LongEvaluations` starts it. */
import { parentPort } from 'node:worker_threads';
import { MappingError } from '@throughline/core/mapping';
import { CompiledMappings } from './compiled-mappings.ts';
import type { LongReply, LongRequest } from './long-evaluation-message.ts';

/** Only a safety net, since steps are counted and a machine can be slow. */
const deadlineMs = 120_000;

const mappings = new CompiledMappings(100);

parentPort?.on('message', (request: LongRequest) => {
  parentPort?.postMessage(replyTo(request), []);
});

function replyTo({ maxTicks, ...evaluation }: LongRequest): LongReply {
  try {
    return { value: mappings.evaluate(evaluation, { deadlineMs, ...(maxTicks !== undefined && { maxTicks }) }) };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    const { message, code, phase, range, token } = error;
    return { failure: { message, code, phase, range, token } };
  }
}
