import { afterAll, beforeAll, expect, it } from 'vitest';
import { and, count, eq, isNull } from 'drizzle-orm';
import { acrossOrganisations, withOrganisation } from '@throughline/core/db';
import { invitePerson } from '@throughline/core/db/people/invite-person';
import { user } from '@throughline/core/db/schema/auth';
import { accessLink } from '@throughline/core/db/schema/organisation';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor, callerOfNobody } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const admin = () => callerFor(own, 'user-ada', ['admin']);

const waiting = async (): Promise<number> => {
  const { rows } = await own.db.pool.query(`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length;
};

const openLinks = async (email: string): Promise<number | undefined> => {
  const isOpen = and(eq(accessLink.email, email), isNull(accessLink.usedAt), isNull(accessLink.revokedAt));
  const [found] = await acrossOrganisations(own.db, (tx) =>
    tx.select({ links: count() }).from(accessLink).where(isOpen),
  );
  return found?.links;
};

it('two concurrent resets leave one working link', async () => {
  const resets = await acrossOrganisations(own.db, async (tx) => {
    await tx.select().from(user).where(eq(user.id, 'user-ben')).for('update');
    const begun = [1, 2].map(() => admin().people.resetSignIn({ userId: 'user-ben' }));
    await expect.poll(waiting).toBe(2);
    return { begun };
  });
  await Promise.all(resets.begun);
  expect(await openLinks('ben@haldenpike.example')).toBe(1);
});

it('a new password invalidates every other link for setting one', async () => {
  const { token } = await admin().people.resetSignIn({ userId: 'user-olga' });
  await own.db.pool.query(`
    insert into access_link (id, organisation_id, kind, token_hash, email, roles, user_id, created_by, created_at, expires_at)
    select gen_random_uuid(), organisation_id, kind, 'another', email, roles, user_id, created_by, created_at, expires_at
    from access_link where user_id = 'user-olga'`);
  const [{ email } = { email: '' }] = await own.db.login.select().from(user).where(eq(user.id, 'user-olga'));
  expect(await openLinks(email)).toBe(2);
  await callerOfNobody(own).access.finishReset({ token, password: 'tidal lantern quarry' });
  expect(await openLinks(email)).toBe(0);
});

it('two concurrent invitations of one address leave one that works', async () => {
  const email = 'twice@haldenpike.example';
  let isMade = false;
  const { second } = await withOrganisation(own.db, own.organisationId, async (tx) => {
    await invitePerson(tx, { email, roles: ['viewer'], invitedBy: 'user-ada', now: new Date() });
    const made = admin()
      .people.invite({ email, roles: ['viewer'] })
      .finally(() => {
        isMade = true;
      });
    await expect.poll(async () => isMade || (await waiting()) === 1).toBe(true);
    return { second: made };
  });
  await second;
  expect(await openLinks(email)).toBe(1);
});
