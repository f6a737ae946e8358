import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change } from '../schema/index.ts';
import { lockChange } from './lock-change.ts';

export interface WithdrawChangeInput {
  readonly changeId: string;
  readonly withdrawnBy: string;
  /** `open` takes it back for more work. `withdrawn`, the default, ends it and frees its drafts. */
  readonly to?: 'open' | 'withdrawn';
}

/** Takes a change out of review. Its drafts stay. @throws ChangeError `CHANGE_STATE` once it is published */
export async function withdrawChange(tx: OrganisationTx, input: WithdrawChangeInput): Promise<void> {
  const { changeId, withdrawnBy, to = 'withdrawn' } = input;
  const { number } = await lockChange(tx, changeId, ['open', 'in-review', 'approved']);
  await tx.update(change).set({ state: to, decidedAt: null }).where(eq(change.id, changeId));
  await writeAudit(tx, {
    actor: withdrawnBy,
    action: to === 'open' ? 'change.reopened' : 'change.withdrawn',
    subjectType: 'change',
    subjectId: changeId,
    details: { number },
  });
}
