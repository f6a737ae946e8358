import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { change, release } from '@throughline/core/db/schema/change';
import { offsetOf, type PageRequest } from '../paging.ts';
import { Refusal } from '../trpc/refusal.ts';

/** Releases of an environment, newest first. */
export const listReleases = async (tx: OrganisationTx, request: PageRequest & { readonly environmentId: string }) => {
  const earlier = alias(release, 'earlier');
  const where = eq(release.environmentId, request.environmentId);
  const rows = await tx
    .select({
      id: release.id,
      number: release.number,
      note: release.note,
      publishedAt: release.publishedAt,
      publishedByName: user.name,
      changeNumber: change.number,
      changeTitle: change.title,
      rollsBackNumber: earlier.number,
    })
    .from(release)
    .leftJoin(user, eq(user.id, release.publishedBy))
    .leftJoin(change, eq(change.id, release.changeId))
    .leftJoin(earlier, eq(earlier.id, release.rollsBackId))
    .where(where)
    .orderBy(desc(release.number))
    .limit(request.pageSize)
    .offset(offsetOf(request));
  return { rows, total: await tx.$count(release, where), page: request.page, pageSize: request.pageSize };
};

export type ReleaseSummary = Awaited<ReturnType<typeof listReleases>>['rows'][number];

/** Refuses a release in another environment than that of the request. */
export const requireRelease = async (tx: OrganisationTx, environmentId: string, releaseId: string): Promise<void> => {
  const count = await tx.$count(release, and(eq(release.id, releaseId), eq(release.environmentId, environmentId)));
  if (count === 0) throw new Refusal('not-found', 'RELEASE_NOT_FOUND', 'There is no such release in this environment.');
};
