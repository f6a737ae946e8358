import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { change } from '../schema/index.ts';
import type { ChangeState } from '../schema/change.ts';
import { ChangeError } from './change-error.ts';

export type ChangeRow = typeof change.$inferSelect;

const stateWords: Readonly<Record<ChangeState, string>> = {
  open: 'open',
  'in-review': 'in review',
  approved: 'approved',
  published: 'published',
  withdrawn: 'withdrawn',
};

/**
 * Locks a change to the end of the transaction, so that the second of two simultaneous acts sees what the first has
 * done.
 * @throws ChangeError `CHANGE_NOT_FOUND`, or `CHANGE_STATE` when it is in none of the `allowed` states
 */
export async function lockChange(
  tx: OrganisationTx,
  changeId: string,
  allowed: readonly ChangeState[],
): Promise<ChangeRow> {
  const [found] = await tx.select().from(change).where(eq(change.id, changeId)).for('no key update');
  if (found === undefined) throw new ChangeError('CHANGE_NOT_FOUND', `There is no change ${changeId}.`);
  if (!allowed.includes(found.state)) {
    const wanted = allowed.map((state) => stateWords[state]).join(' or ');
    throw new ChangeError(
      'CHANGE_STATE',
      `Change ${found.number} is ${stateWords[found.state]}; for this it has to be ${wanted}. Reload to see who did what.`,
    );
  }
  return found;
}
