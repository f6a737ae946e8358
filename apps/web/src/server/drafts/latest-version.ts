import { desc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { change } from '@throughline/core/db/schema/change';
import { version } from '@throughline/core/db/schema/definition';

/**
 * The newest published version of a definition, with who published it with which change; undefined before the first.
 */
export const latestVersionOf = async (tx: OrganisationTx, definitionId: string) => {
  const [found] = await tx
    .select({
      id: version.id,
      number: version.number,
      document: version.document,
      createdAt: version.createdAt,
      createdByName: user.name,
      changeNumber: change.number,
    })
    .from(version)
    .leftJoin(user, eq(user.id, version.createdBy))
    .leftJoin(change, eq(change.id, version.changeId))
    .where(eq(version.definitionId, definitionId))
    .orderBy(desc(version.number))
    .limit(1);
  return found;
};
