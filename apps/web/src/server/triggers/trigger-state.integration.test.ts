import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const document = {
  format: 2,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    {
      id: 'tell',
      name: 'Tell',
      kind: 'notify',
      config: {
        to: { kind: 'literal', value: 'operator' },
        subject: { kind: 'literal', value: 'Done' },
        body: { kind: 'literal', value: 'Done' },
      },
    },
  ],
};

it('distinguishes an unpublished flow from one that no system triggers', async () => {
  const analyst = callerFor(own, 'user-ana', ['analyst']);
  const approver = callerFor(own, 'user-ben', ['approver']);
  const asked = { environment: 'test', flow: 'by-hand' };
  const { definitionId } = await analyst.definitions.create({ kind: 'flow', key: 'by-hand', name: 'By hand' });
  await analyst.drafts.save({ definitionId, document, expectedRevision: 1 });
  expect(await analyst.triggers.state(asked)).toEqual({ startedBy: null, unreadable: null, state: null });

  const { changeId, number } = await analyst.changes.create({ title: 'By hand', definitionIds: [definitionId] });
  await analyst.changes.submit({ changeId, expectedRevisions: { [definitionId]: 2 } });
  const { submittedAt } = await approver.changes.one({ number });
  await approver.changes.approve({ changeId, submittedAt: submittedAt ?? new Date(0) });
  await approver.changes.publish({ environment: 'test', changeId });
  expect(await analyst.triggers.state(asked)).toEqual({ startedBy: 'manual', unreadable: null, state: null });
});
