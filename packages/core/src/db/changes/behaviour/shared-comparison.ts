import { createHash } from 'node:crypto';
import { compareBehaviour, type BehaviourComparison, type MappingBehaviour } from './compare-behaviour.ts';

type Behaviours = readonly MappingBehaviour[];

/** Reports are bounded, so this is a few megabytes at most. */
const mostKept = 16;

/** Running and finished comparisons by the digest of everything they depend on, the one that was asked for longest ago first. */
const kept = new Map<string, SharedComparison>();

/**
 * The result of `compareBehaviour`. Everybody who asks for the same comparison gets the result of one evaluation, because
 * several reviewers read a change at the same time, and approving it asks again. It goes on as long as anybody waits for it.
 * @throws TestsBusyError, and the signal's reason when it is aborted
 */
export async function sharedComparison(comparison: BehaviourComparison, signal?: AbortSignal): Promise<Behaviours> {
  signal?.throwIfAborted();
  const digest = digestOf(comparison);
  const shared = kept.get(digest) ?? new SharedComparison(comparison, (self) => forget(digest, self));
  kept.delete(digest);
  kept.set(digest, shared);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return shared.wait(signal);
}

function forget(digest: string, shared: SharedComparison): void {
  if (kept.get(digest) === shared) kept.delete(digest);
}

class SharedComparison {
  readonly #abort = new AbortController();
  readonly #result: Promise<Behaviours>;
  readonly #onUseless: (self: SharedComparison) => void;
  #waiting = 0;
  #isOver = false;

  /** `onUseless` is called when nobody may get this result any more: it failed, was given up, or lacked time or memory. */
  constructor(comparison: BehaviourComparison, onUseless: (self: SharedComparison) => void) {
    this.#onUseless = onUseless;
    this.#result = compareBehaviour(comparison, {
      signal: this.#abort.signal,
      onStopped: () => onUseless(this),
    });
    this.#result.then(
      () => (this.#isOver = true),
      () => {
        this.#isOver = true;
        onUseless(this);
      },
    );
  }

  async wait(signal: AbortSignal | undefined): Promise<Behaviours> {
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = (): void => reject(signal?.reason as Error);
    signal?.addEventListener('abort', leave);
    this.#waiting += 1;
    try {
      return await Promise.race([this.#result, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isOver) this.#giveUp(signal?.reason);
    }
  }

  #giveUp(reason: unknown): void {
    this.#onUseless(this);
    this.#abort.abort(reason);
  }
}

function digestOf(comparison: BehaviourComparison): string {
  const { organisationId, change, mappings, tablesBefore, tablesAfter } = comparison;
  const hash = createHash('sha256');
  for (const part of [organisationId, change.createdAt, tablesBefore, tablesAfter, ...mappings]) {
    hash.update(`${JSON.stringify(part)}\n`);
  }
  return hash.digest('hex');
}
