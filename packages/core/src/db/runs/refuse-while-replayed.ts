import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { run } from '../schema/index.ts';
import type { ItemPlace, RunTarget } from '../words/replay-target.ts';
import { RunError } from './run-error.ts';

/**
 * Makes sure that nothing else is repeating the same part of a run: both would do what the run had left to do. Different
 * parts of it may be repeated side by side, but none beside the whole run, of which each is a part. The caller has locked the row of the run, so that of two replays at once the
 * second sees the first. @throws RunError `RUN_BEING_REPLAYED`
 */
export async function refuseWhileReplayed(
  tx: OrganisationTx,
  runId: string,
  target: RunTarget | undefined,
): Promise<void> {
  const unfinished = await tx
    .select({ id: run.id, target: run.target })
    .from(run)
    .where(and(eq(run.replayOfRunId, runId), isNull(run.finishedAt)));
  const wanted = partOf(target);
  const other = unfinished.find(({ target: its }) => overlap(wanted, partOf(its)));
  if (other === undefined) return;
  const what = wanted === everything && partOf(other.target) !== everything ? 'A part of this run' : 'This';
  throw new RunError(
    'RUN_BEING_REPLAYED',
    `${what} is already being repeated by run ${other.id}, which has not ended yet. Wait for it, or cancel it first.`,
  );
}

const everything = 'everything';

const overlap = (one: string, other: string): boolean => one === other || one === everything || other === everything;

/** Names the part of a run that a replay repeats. What an operator edited makes no difference. */
function partOf(target: RunTarget | null | undefined): string {
  if (target == null || target.kind === 'test') return everything;
  if (target.kind === 'item') return JSON.stringify(['item', ...target.place.map(positionOf)]);
  const { entry } = target;
  return JSON.stringify(['undo', entry?.runId, entry?.path, entry?.recordKey, entry?.externalId]);
}

const positionOf = ({ loop, index, key }: ItemPlace): readonly unknown[] => [loop, key ?? index, key === null];
