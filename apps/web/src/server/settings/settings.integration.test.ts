import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  await withOrganisation(own.db, own.organisationId, async (tx) => {
    const environmentId = own.environmentIds.test;
    await writeAudit(tx, {
      actor: 'user-ana',
      action: 'change.submitted',
      subjectType: 'change',
      subjectId: '1',
      details: { title: 'Tax codes' },
    });
    await writeAudit(tx, {
      actor: 'user-ben',
      action: 'change.published',
      subjectType: 'change',
      subjectId: '1',
      environmentId,
      details: { number: 1 },
    });
    await writeAudit(tx, { actor: 'system:sweeper', action: 'run.recovered', subjectType: 'run', subjectId: '2' });
  });
});
afterAll(() => own.close());

it('finds who did what, newest first', async () => {
  const caller = callerFor(own, 'user-ada', ['admin']);
  const found = async (input: Parameters<typeof caller.settings.audit>[0]) => {
    const { rows, total } = await caller.settings.audit(input);
    return [
      total,
      rows.map(({ action, actorName, actor, environmentName }) => [action, actorName ?? actor, environmentName]),
    ];
  };
  const [submitted, published, recovered] = [
    ['change.submitted', 'Ana Ruiz', null],
    ['change.published', 'Ben Okafor', 'Test'],
    ['run.recovered', 'system:sweeper', null],
  ];
  expect(await found({})).toEqual([3, [recovered, published, submitted]]);
  expect(await found({ text: 'tax codes' })).toEqual([1, [submitted]]);
  expect(await found({ text: 'okafor' })).toEqual([1, [published]]);
  expect(await found({ actor: 'user-ana' })).toEqual([1, [submitted]]);
  expect(await found({ pageSize: 2, page: 2 })).toEqual([3, [submitted]]);
});

it('is not readable by everybody', async () => {
  await expect(callerFor(own, 'user-ana', ['analyst']).settings.audit({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('changes name and zone, and refuses a zone that does not exist', async () => {
  const caller = callerFor(own, 'user-ada', ['admin']);
  await caller.settings.updateOrganisation({ name: 'Halden & Pike Ltd', timeZone: 'Europe/Berlin' });
  await expect(caller.settings.updateOrganisation({ name: 'X', timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: 'Choose a time zone such as Europe/London.',
  });
});
