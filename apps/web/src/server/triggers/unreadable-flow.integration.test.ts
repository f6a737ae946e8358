import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { keepUnclaimed } from '@throughline/core/db/events/keep-unclaimed';
import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { connection } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const told = { kind: 'webhook', name: 'Told', connection: 'crm', object: 'Deal' } as const;
const far = [{ id: 'far', name: 'Far', kind: 'teleport', config: {} }];
const publish = (key: string, trigger: object, body: readonly object[] = []) =>
  publishForTest(own.db, {
    organisationId: own.organisationId,
    environmentId: own.environmentIds.test,
    kind: 'flow',
    key,
    document: { format: 2, trigger, body },
  });

it('a live flow that cannot be read is reported as a problem, and does not hide the others', async () => {
  const { environmentIds, organisationId } = own;
  await withOrganisation(own.db, organisationId, async (tx) => {
    const [row] = await tx
      .insert(connection)
      .values({
        environmentId: environmentIds.test,
        key: 'crm',
        name: 'CRM',
        system: 'fake',
        settings: {},
        authMethod: 'none',
        secretCiphertext: '',
        secretKeyId: '',
        secretFields: [],
      })
      .returning({ id: connection.id });
    await keepUnclaimed(tx, {
      environmentId: environmentIds.test,
      connectionId: row?.id ?? '',
      dedupeKey: 'one',
      record: { object: 'Deal', recordId: 'd-1', change: 'updated', sent: { id: 'd-1' } },
      occurredAt: new Date(),
    });
  });
  await publish('sound', told);
  const { definitionId: steps } = await publish('broken-steps', told, far);
  const { definitionId: rhythm } = await publish('broken-rhythm', { ...told, kind: 'change', every: 'now and then' });
  const { definitionId: byHand } = await publish('broken-by-hand', { kind: 'manual', name: 'By hand' }, far);
  const operator = callerFor(own, 'user-olga', ['operator']);
  const trouble = (place: string) =>
    expect.stringMatching(new RegExp(`^its live version cannot be read, so it starts nothing: .*${place}`));
  const { troubles, offers } = await operator.triggers.troubles({ environment: 'test' });
  expect(troubles).toEqual([
    { definitionId: byHand, flowKey: 'broken-by-hand', flowName: 'broken-by-hand', trouble: trouble('Far') },
    { definitionId: rhythm, flowKey: 'broken-rhythm', flowName: 'broken-rhythm', trouble: trouble('the trigger') },
    { definitionId: steps, flowKey: 'broken-steps', flowName: 'broken-steps', trouble: trouble('Far') },
  ]);
  const offer = { records: 1, deletions: 0, tooLarge: 0, isAsSent: false };
  const instants = { oldestAt: expect.any(Date), newestAt: expect.any(Date) };
  expect(offers).toEqual([{ flowKey: 'sound', flowName: 'sound', ...offer, ...instants }]);
  const [hourAgo, inAnHour] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const ofSound = { environment: 'test', flow: 'sound' };
  expect(await operator.triggers.offered({ ...ofSound, since: hourAgo })).toEqual({ ...offer, ...instants });
  expect(await operator.triggers.offered({ ...ofSound, since: inAnHour })).toBeNull();

  const asked = { environment: 'test', flow: 'broken-by-hand' };
  expect(await operator.triggers.state(asked)).toEqual({
    startedBy: 'manual',
    unreadable: trouble('Far'),
    state: null,
  });
  expect(await operator.triggers.state({ ...asked, flow: 'sound' })).toMatchObject({
    startedBy: 'webhook',
    unreadable: null,
    state: { trouble: null },
  });
  expect(await operator.triggers.offered({ ...asked, flow: 'broken-steps' })).toBeNull();
  await expect(
    operator.triggers.takeUp({ ...asked, flow: 'broken-steps', since: new Date(0).toISOString() }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/Publish a version that can be read\.$/),
  });
});
