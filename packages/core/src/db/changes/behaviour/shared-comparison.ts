import { createHash } from 'node:crypto';
import { compareBehaviour, type BehaviourComparison, type MappingBehaviour } from './compare-behaviour.ts';

/** Reports are bounded, so this is a few megabytes at most. */
const mostKept = 16;

/** Running and finished comparisons by the digest of everything they depend on, the least recently used first. */
const kept = new Map<string, Promise<readonly MappingBehaviour[]>>();

/**
 * The result of `compareBehaviour`. Everybody who asks for the same comparison gets the result of one evaluation, because
 * several reviewers read a change at the same time, and approving it asks again. A comparison in which something could not
 * be compared is not kept, because that may have been for lack of time.
 *
 * One who no longer waits leaves; the comparison goes on for the others, within its own limits.
 * @throws TestsBusyError, and the signal's reason when it is aborted
 */
export async function sharedComparison(
  comparison: BehaviourComparison,
  signal?: AbortSignal,
): Promise<readonly MappingBehaviour[]> {
  signal?.throwIfAborted();
  const digest = digestOf(comparison);
  const found = kept.get(digest) ?? compareBehaviour(comparison);
  kept.delete(digest);
  kept.set(digest, found);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  found.then(
    (behaviours) => {
      if (!behaviours.every(isComplete) && kept.get(digest) === found) kept.delete(digest);
    },
    () => {
      if (kept.get(digest) === found) kept.delete(digest);
    },
  );
  return signal === undefined ? found : Promise.race([found, aborted(signal)]);
}

const isComplete = ({ report }: MappingBehaviour): boolean =>
  report.fields.every(({ counts }) => counts['not-compared'] === undefined);

function digestOf(comparison: BehaviourComparison): string {
  const { organisationId, change, mappings, tablesBefore, tablesAfter } = comparison;
  const hash = createHash('sha256');
  for (const part of [organisationId, change.createdAt, tablesBefore, tablesAfter, ...mappings]) {
    hash.update(`${JSON.stringify(part)}\n`);
  }
  return hash.digest('hex');
}

function aborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  return promise;
}
