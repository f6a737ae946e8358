import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { exception } from '@throughline/core/db/schema/run';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { insertException, insertRun } from '../../../testing/insert-run.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const operator = () => callerFor(own, 'user-olga', ['operator']);
const add = (code: string, ownerUserId: string | null = null) =>
  withOrganisation(own.db, own.organisationId, async (tx) => {
    const runId = await insertRun(tx, own.environmentIds.test, { state: 'failed', businessKey: `key-${code}` });
    return insertException(tx, own.environmentIds.test, runId, { code, ownerUserId });
  });

describe('the inbox', () => {
  it('groups by cause and agrees with the flat list', async () => {
    const caller = operator();
    const ids = [await add('TERMS_MISSING'), await add('TERMS_MISSING', 'user-olga'), await add('PERIOD_CLOSED')];
    const groups = await caller.exceptions.groups({ environment: 'test' });
    expect(groups.map(({ code, count, unowned, ownerNames }) => ({ code, count, unowned, ownerNames }))).toEqual([
      { code: 'TERMS_MISSING', count: 2, unowned: 1, ownerNames: ['Olga Weiss'] },
      { code: 'PERIOD_CLOSED', count: 1, unowned: 1, ownerNames: [] },
    ]);
    const mine = await caller.exceptions.list({ environment: 'test', owner: 'user-olga' });
    expect([mine.total, mine.rows.map(({ id }) => id)]).toEqual([1, [ids[1]]]);
    const firstPage = await caller.exceptions.list({ environment: 'test', pageSize: 2 });
    const secondPage = await caller.exceptions.list({ environment: 'test', pageSize: 2, page: 2 });
    expect([firstPage.total, firstPage.rows.length, secondPage.rows.length]).toEqual([3, 2, 1]);
    expect(await caller.exceptions.list({ environment: 'production' })).toMatchObject({ total: 0, rows: [] });
  });

  it('assigns and resolves with a reason, audited, once', async () => {
    const caller = operator();
    const id = await add('ZERO_VALUE');
    expect(await caller.exceptions.assign({ environment: 'test', exceptionIds: [id], ownerUserId: 'user-ana' })).toBe(
      1,
    );
    expect(await caller.exceptions.resolve({ environment: 'test', exceptionIds: [id], reason: 'Not wanted.' })).toBe(1);
    await expect(
      caller.exceptions.resolve({ environment: 'test', exceptionIds: [id], reason: 'Again.' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await caller.exceptions.one({ environment: 'test', exceptionId: id })).toMatchObject({
      state: 'resolved',
      resolution: 'resolved',
      resolutionReason: 'Not wanted.',
      resolvedByName: 'Olga Weiss',
      ownerName: 'Ana Ruiz',
    });
    const entries = await withOrganisation(own.db, own.organisationId, (tx) =>
      tx
        .select({ actor: auditEntry.actor, action: auditEntry.action, subjectId: auditEntry.subjectId })
        .from(auditEntry),
    );
    expect(entries.filter(({ subjectId }) => subjectId === id)).toEqual([
      { actor: 'user-olga', action: 'exception.assigned', subjectId: id },
      { actor: 'user-olga', action: 'exception.resolved', subjectId: id },
    ]);
  });

  it('shows in list and detail who ended one, how and why', async () => {
    const caller = operator();
    const [byHand, replayed] = [await add('BY_HAND'), await add('BY_REPLAY')];
    await caller.exceptions.resolve({ environment: 'test', exceptionIds: [byHand], reason: 'Entered by hand.' });
    await withOrganisation(own.db, own.organisationId, async (tx) => {
      await tx
        .update(exception)
        .set({ state: 'replaying', replayRunId: crypto.randomUUID() })
        .where(eq(exception.id, replayed));
      await writeAudit(tx, {
        actor: 'user-olga',
        action: 'exception.replayed',
        subjectType: 'exception',
        subjectId: replayed,
        environmentId: own.environmentIds.test,
        details: { reason: 'The customer confirmed it.', isPayloadEdited: true },
      });
    });
    const listed = (await caller.exceptions.list({ environment: 'test', filter: 'all', pageSize: 100 })).rows;
    const factsOf = (id: string) => {
      const row = listed.find((each) => each.id === id);
      return [row?.state, row?.resolution, row?.resolvedByName, row?.resolutionReason, row?.replayRequest];
    };
    expect(factsOf(byHand)).toEqual(['resolved', 'resolved', 'Olga Weiss', 'Entered by hand.', null]);
    const replayRequest = {
      exceptionId: replayed,
      byName: 'Olga Weiss',
      at: expect.any(Date),
      reason: 'The customer confirmed it.',
      isPayloadEdited: true,
    };
    expect(factsOf(replayed)).toEqual(['replaying', null, null, null, replayRequest]);
    expect(await caller.exceptions.one({ environment: 'test', exceptionId: replayed })).toMatchObject({
      replayRequest,
      replayRunId: expect.any(String),
    });
  });

  it('touches nothing of another environment', async () => {
    const id = await add('ELSEWHERE');
    const caller = operator();
    expect(await caller.exceptions.assign({ environment: 'production', exceptionIds: [id], ownerUserId: null })).toBe(
      0,
    );
    await expect(
      caller.exceptions.replay({ environment: 'production', exceptionIds: [id], reason: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [row] = await withOrganisation(own.db, own.organisationId, (tx) =>
      tx
        .select({ state: exception.state, id: exception.id })
        .from(exception)
        .then((rows) => rows.filter((each) => each.id === id)),
    );
    expect(row).toEqual({ state: 'open', id });
  });

  it('can only be worked on by operators', async () => {
    const id = await add('NOT_YOURS');
    const analyst = callerFor(own, 'user-ana', ['analyst']);
    await expect(
      analyst.exceptions.resolve({ environment: 'test', exceptionIds: [id], reason: 'Me!' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
