import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { areIndependent, couldBeBoth, loadPasswordOrigins } from '../people/independence.ts';
import { changeItem, definition } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import type { ChangeRow } from './lock-change.ts';

/**
 * Makes sure that the person who approves a change is not one of its authors.
 * @returns colleagues who gave out links with which they could sign in both as an author and as the approver. That is
 * allowed, so the audit log names them.
 * @throws ChangeError `OWN_WORK`, `NOT_INDEPENDENT`
 */
export async function requireFourEyes(
  tx: OrganisationTx,
  { id, number }: ChangeRow,
  userId: string,
): Promise<string[]> {
  const items = await tx
    .select({ name: definition.name, authors: changeItem.authors })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .where(eq(changeItem.changeId, id));
  const own = items.filter(({ authors }) => authors.includes(userId)).map(({ name }) => `"${name}"`);
  if (own.length > 0) {
    throw new ChangeError(
      'OWN_WORK',
      `You worked on ${own.join(', ')} in change ${number}. Another person has to approve it.`,
    );
  }
  const origins = await loadPasswordOrigins(tx);
  const authors = [...new Set(items.flatMap((item) => item.authors))];
  if (!authors.every((author) => areIndependent(author, userId, origins))) {
    throw new ChangeError(
      'NOT_INDEPENDENT',
      `An author of change ${number} and you are not independent of each other: one gave the other the link for their password. Another person approves, or a third colleague first confirms the account under Settings, People.`,
    );
  }
  return [...new Set(authors.flatMap((author) => couldBeBoth(author, userId, origins)))];
}
