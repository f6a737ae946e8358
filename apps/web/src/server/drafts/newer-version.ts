import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { lockChange } from '@throughline/core/db/changes/lock-change';
import { withdrawChange } from '@throughline/core/db/changes/withdraw-change';
import { rebaseDraft } from '@throughline/core/db/definitions/rebase-draft';
import { change, changeItem, type ChangeState } from '@throughline/core/db/schema/change';
import { draft, version } from '@throughline/core/db/schema/definition';
import { Refusal } from '../trpc/refusal.ts';
import { latestVersionOf } from './latest-version.ts';
import { runningChangeOf } from './running-change.ts';

/**
 * What is needed to merge a draft with a version that was published after it was started: the version from which the
 * draft comes (null before the first), the draft, and the newer version. Null if the draft is not behind.
 */
export const findNewerVersion = async (tx: OrganisationTx, definitionId: string) => {
  const [mine] = await tx
    .select({
      document: draft.document,
      revision: draft.revision,
      baseVersionId: draft.baseVersionId,
      baseNumber: version.number,
      baseDocument: version.document,
    })
    .from(draft)
    .leftJoin(version, eq(version.id, draft.baseVersionId))
    .where(eq(draft.definitionId, definitionId));
  const newer = await latestVersionOf(tx, definitionId);
  if (mine === undefined || newer === undefined || mine.baseVersionId === newer.id) return null;
  return {
    base: mine.baseNumber === null ? null : { number: mine.baseNumber, document: mine.baseDocument },
    mine: { revision: mine.revision, document: mine.document },
    newer,
    change: await runningChangeOf(tx, definitionId),
  };
};

interface BringInInput {
  readonly definitionId: string;
  /** The merged document of the draft and the newer version. */
  readonly document: unknown;
  readonly expectedRevision: number;
  /** The version with which the person compared. */
  readonly versionId: string;
  readonly savedBy: string;
}

/**
 * Saves a draft as based on the newest version. A change under review that contains it is reopened, because what was
 * reviewed is no longer what would be published.
 * @throws DraftConflictError when somebody saved in the meantime
 * @throws Refusal `NEWER_VERSION` when yet another version was published in the meantime
 */
export const bringInNewer = async (tx: OrganisationTx, input: BringInInput) => {
  const { definitionId, document, expectedRevision, versionId, savedBy } = input;
  // Publishing locks the change before the draft. The same order here prevents a deadlock between the two.
  const running = await lockRunningChange(tx, definitionId);
  const { revision, baseVersionId } = await rebaseDraft(tx, { definitionId, document, expectedRevision, savedBy });
  if (baseVersionId !== versionId) {
    throw new Refusal(
      'conflict',
      'NEWER_VERSION',
      'Yet another version was published meanwhile. Close this, open it again and compare with that one.',
    );
  }
  return { revision, reopenedChange: await reopenChange(tx, running, versionId, savedBy) };
};

interface RunningItem {
  readonly itemId: string;
  readonly changeId: string;
  readonly number: number;
  readonly state: ChangeState;
}

const runningStates = ['open', 'in-review', 'approved'] as const;

/** Finds the change that contains the draft, and locks it until the end of the transaction. */
const lockRunningChange = async (tx: OrganisationTx, definitionId: string): Promise<RunningItem | undefined> => {
  const [found] = await tx
    .select({ itemId: changeItem.id, changeId: change.id })
    .from(changeItem)
    .innerJoin(change, eq(change.id, changeItem.changeId))
    .where(and(eq(changeItem.definitionId, definitionId), inArray(change.state, runningStates)));
  if (found === undefined) return undefined;
  const { number, state } = await lockChange(tx, found.changeId, runningStates);
  return { ...found, number, state };
};

/**
 * From now on, the change that contains the draft compares with the newer version. Returns its number if it was under
 * review.
 */
const reopenChange = async (
  tx: OrganisationTx,
  running: RunningItem | undefined,
  baseVersionId: string,
  savedBy: string,
): Promise<number | null> => {
  if (running === undefined) return null;
  const { itemId, changeId, number, state } = running;
  if (state !== 'open') await withdrawChange(tx, { changeId, withdrawnBy: savedBy, to: 'open' });
  await tx.update(changeItem).set({ baseVersionId }).where(eq(changeItem.id, itemId));
  return state === 'open' ? null : number;
};
