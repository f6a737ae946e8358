import type { WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';

/** Turns anything thrown into a failed outcome. An error that is not ours is a defect, and the outcome says so. */
export function failure(cause: unknown): Extract<WriteOutcome, { isOk: false }> {
  const error =
    cause instanceof ConnectorError
      ? cause
      : new ConnectorError('The connector failed in an unexpected way.', { class: 'fatal', cause });
  return { isOk: false, error };
}

/**
 * Writes each request on its own, up to `concurrency` at a time, and returns the outcomes in request order. Requests
 * for the same record run one after the other, so that the last request given is the last one written.
 */
export async function settleWrites(
  requests: readonly WriteRequest[],
  concurrency: number,
  write: (request: WriteRequest) => Promise<WriteOutcome>,
): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  const lanes = [...groupByRecord(requests).values()];
  let nextLane = 0;
  const work = async (): Promise<void> => {
    for (let lane = lanes[nextLane++]; lane !== undefined; lane = lanes[nextLane++]) {
      for (const { request, index } of lane) {
        try {
          outcomes[index] = await write(request);
        } catch (cause) {
          outcomes[index] = failure(cause);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, lanes.length) }, work));
  return outcomes;
}

interface Placed {
  readonly request: WriteRequest;
  readonly index: number;
}

function groupByRecord(requests: readonly WriteRequest[]): Map<string, Placed[]> {
  const lanes = new Map<string, Placed[]>();
  for (const [index, request] of requests.entries()) {
    const key = request.identity === undefined ? `#${index}` : JSON.stringify([request.object, request.identity]);
    const lane = lanes.get(key);
    if (lane === undefined) lanes.set(key, [{ request, index }]);
    else lane.push({ request, index });
  }
  return lanes;
}
