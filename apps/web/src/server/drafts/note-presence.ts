import { and, asc, desc, eq, lt, notInArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { DefinitionError } from '@throughline/core/db/definitions/definition-error';
import { user } from '@throughline/core/db/schema/auth';
import { definition, draft, draftPresence } from '@throughline/core/db/schema/definition';

/** Browsers tell every few seconds. Somebody who has missed three times in a row is gone. */
const presentSeconds = 15;
/** More than anybody opens, and few enough that rows never pile up. */
const mostTabsOfPerson = 20;
const mostShown = 50;

export interface PresenceInput {
  readonly definitionId: string;
  readonly tabId: string;
  /** What the person has selected; empty for nothing. */
  readonly place: string;
  readonly userId: string;
}

/**
 * Notes that somebody has a draft open. Returns the other tabs that have it open, and who saved it last, so that an
 * editor learns of a save before it runs into a conflict. `saved` is null if there is no draft.
 * @throws DefinitionError `DEFINITION_NOT_FOUND`
 */
export const notePresence = async (tx: OrganisationTx, input: PresenceInput) => {
  const { definitionId, tabId, place, userId } = input;
  await requireDefinition(tx, definitionId);
  await tx
    .insert(draftPresence)
    .values({ definitionId, tabId, place, userId })
    .onConflictDoUpdate({
      target: [draftPresence.definitionId, draftPresence.userId, draftPresence.tabId],
      set: { place, seenAt: sql`now()` },
    });
  await removeOld(tx, definitionId, userId);
  const present = await tx
    .select({
      tabId: draftPresence.tabId,
      userId: draftPresence.userId,
      name: user.name,
      email: user.email,
      place: draftPresence.place,
    })
    .from(draftPresence)
    .innerJoin(user, eq(user.id, draftPresence.userId))
    .where(
      and(
        eq(draftPresence.definitionId, definitionId),
        sql`${draftPresence.seenAt} > now() - make_interval(secs => ${presentSeconds})`,
      ),
    )
    .orderBy(asc(user.name), asc(draftPresence.tabId))
    .limit(mostShown);
  return {
    others: present.filter((each) => each.tabId !== tabId || each.userId !== userId),
    saved: await lastSave(tx, definitionId),
  };
};

/** Notes that a tab has closed a draft. */
export const forgetPresence = async (
  tx: OrganisationTx,
  { definitionId, tabId, userId }: Omit<PresenceInput, 'place'>,
): Promise<void> => {
  await tx
    .delete(draftPresence)
    .where(
      and(
        eq(draftPresence.definitionId, definitionId),
        eq(draftPresence.userId, userId),
        eq(draftPresence.tabId, tabId),
      ),
    );
};

/** A foreign key would also take a definition of another organisation. */
const requireDefinition = async (tx: OrganisationTx, definitionId: string): Promise<void> => {
  const [found] = await tx.select({ id: definition.id }).from(definition).where(eq(definition.id, definitionId));
  if (found === undefined) throw new DefinitionError('DEFINITION_NOT_FOUND', 'There is no such definition.');
};

/** Only a person's own rows are removed, so that two heartbeats never wait for each other. */
const removeOld = async (tx: OrganisationTx, definitionId: string, userId: string): Promise<void> => {
  const own = eq(draftPresence.userId, userId);
  await tx.delete(draftPresence).where(and(own, lt(draftPresence.seenAt, sql`now() - interval '1 minute'`)));
  const newest = tx
    .select({ tabId: draftPresence.tabId })
    .from(draftPresence)
    .where(and(own, eq(draftPresence.definitionId, definitionId)))
    .orderBy(desc(draftPresence.seenAt))
    .limit(mostTabsOfPerson);
  await tx
    .delete(draftPresence)
    .where(and(own, eq(draftPresence.definitionId, definitionId), notInArray(draftPresence.tabId, newest)));
};

const lastSave = async (tx: OrganisationTx, definitionId: string) => {
  const [found] = await tx
    .select({
      revision: draft.revision,
      savedAt: draft.updatedAt,
      savedBy: draft.updatedBy,
      savedByName: user.name,
    })
    .from(draft)
    .leftJoin(user, eq(user.id, draft.updatedBy))
    .where(eq(draft.definitionId, definitionId));
  return found ?? null;
};
