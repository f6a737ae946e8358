import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const ana = () => callerFor(own, 'user-ana', ['analyst']);
const ada = () => callerFor(own, 'user-ada', ['admin']);

const anything = { kind: 'any' } as const;
const newMapping = async (key: string) => {
  const { definitionId } = await ana().drafts.createMapping({
    key,
    name: `Mapping ${key}`,
    source: anything,
    target: { kind: 'entity', entity: 'customer' },
  });
  return definitionId;
};
const documentOf = (text: string) => ({
  format: 1,
  text,
  source: anything,
  target: { kind: 'entity', entity: 'customer' },
  tests: [],
});

test('a new mapping opens with its shapes and an empty text, as a draft that was never published', async () => {
  const id = await newMapping('account-to-customer');
  const opened = await ana().drafts.open({ environment: 'test', kind: 'mapping', key: 'account-to-customer' });
  expect(opened).toEqual({
    id,
    key: 'account-to-customer',
    name: 'Mapping account-to-customer',
    description: '',
    document: documentOf(''),
    revision: 1,
    savedAt: expect.any(Date) as Date,
    savedByName: 'Ana Ruiz',
    isBehind: false,
    latestVersion: null,
    live: null,
    change: null,
  });
  await expect(newMapping('account-to-customer')).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('when two people save from one revision, the second gets the first one’s state and loses nothing', async () => {
  const definitionId = await newMapping('two-writers');
  const first = await ana().drafts.save({ definitionId, document: documentOf('a'), expectedRevision: 1 });
  expect(first).toEqual({ outcome: 'saved', revision: 2, savedAt: expect.any(Date) as Date });
  const second = await ada().drafts.save({ definitionId, document: documentOf('b'), expectedRevision: 1 });
  expect(second).toEqual({
    outcome: 'conflict',
    message: expect.stringContaining('Ana Ruiz') as string,
    current: {
      revision: 2,
      document: documentOf('a'),
      savedBy: 'user-ana',
      savedByName: 'Ana Ruiz',
      savedAt: expect.any(Date) as Date,
    },
  });
  const third = await ada().drafts.save({ definitionId, document: documentOf('b'), expectedRevision: 2 });
  expect(third).toMatchObject({ outcome: 'saved', revision: 3 });
});

test('a draft may be incomplete; submitting lists what is wrong and writes nothing', async () => {
  const definitionId = await newMapping('half-written');
  await ana().drafts.save({ definitionId, document: documentOf('{ "id": '), expectedRevision: 1 });
  const refused = await ana().drafts.submit({
    title: 'Half written',
    description: '',
    drafts: [{ definitionId, revision: 2 }],
    changeNumber: null,
  });
  expect(refused).toMatchObject({
    outcome: 'invalid',
    problems: [expect.objectContaining({ key: 'half-written', pointer: '/text', severity: 'error' })],
  });
  const rows = await ana().drafts.list();
  expect(rows.find((row) => row.definitionId === definitionId)).toMatchObject({ changeNumber: null, revision: 2 });
});

test('submitted drafts are in one change, which their editor names', async () => {
  const definitionId = await newMapping('complete');
  await ana().drafts.save({ definitionId, document: documentOf('{ "id": Id }'), expectedRevision: 1 });
  const submitted = await ana().drafts.submit({
    title: 'Customer ids',
    description: 'They come from Salesforce.',
    drafts: [{ definitionId, revision: 2 }],
    changeNumber: null,
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.message);
  const opened = await ana().drafts.open({ environment: 'test', kind: 'mapping', key: 'complete' });
  expect(opened.change).toEqual({ number: submitted.number, title: 'Customer ids', state: 'in-review' });
});

test('a draft that somebody else saved in the meantime is not submitted unseen', async () => {
  const definitionId = await newMapping('seen');
  await ada().drafts.save({ definitionId, document: documentOf('{ "id": Id }'), expectedRevision: 1 });
  const stale = ana().drafts.submit({
    title: 'Seen',
    description: '',
    drafts: [{ definitionId, revision: 1 }],
    changeNumber: null,
  });
  await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('only analysts edit; everybody reads', async () => {
  const definitionId = await newMapping('roles');
  const olga = callerFor(own, 'user-olga', ['operator']);
  await expect(
    olga.drafts.save({ definitionId, document: documentOf('x'), expectedRevision: 1 }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const opened = await olga.drafts.open({ environment: 'test', kind: 'mapping', key: 'roles' });
  expect(opened.revision).toBe(1);
});

test('what stops drafts from being submitted is listed before anybody submits them, with names', async () => {
  const definitionId = await newMapping('broken');
  const failing = { name: 'Keeps the id', input: { id: '1' }, expected: { id: '2' } };
  const document = { ...documentOf('{ "id": id, "name": $nme(id) }'), tests: [failing] };
  await ana().drafts.save({ definitionId, document, expectedRevision: 1 });
  const problems = await ana().drafts.problems({ definitionIds: [definitionId] });
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ name, key, code }) => [name, key, code])).toEqual([
    ['Mapping broken', 'broken', 'UNKNOWN_FUNCTION'],
    ['Mapping broken', 'broken', 'TEST_FAILED'],
  ]);
  expect(await ana().drafts.problems({ definitionIds: [] })).toEqual([]);
});

test('more drafts than a change may contain are refused before the database is queried', async () => {
  const ids = Array.from({ length: 201 }, () => randomUUID());
  const drafts = ids.map((definitionId) => ({ definitionId, revision: 1 }));
  const refused = { code: 'BAD_REQUEST' };
  await expect(
    ana().drafts.submit({ title: 'Many', description: '', drafts, changeNumber: null }),
  ).rejects.toMatchObject(refused);
  const expectedRevisions = Object.fromEntries(ids.map((id) => [id, 1]));
  await expect(ana().changes.submit({ changeId: randomUUID(), expectedRevisions })).rejects.toMatchObject(refused);
});

test('a draft is saved while its looping tests run, and then the earlier state is not submitted', async () => {
  const definitionId = await newMapping('looping');
  const text = '($loop := function($n) { $loop($n + 1) }; $loop(Start))';
  const tests = Array.from({ length: 4 }, (_, n) => ({ name: `Loop ${n}`, input: { Start: 1 }, expected: 1 }));
  const document = { ...documentOf(text), target: anything, tests };
  await ana().drafts.save({ definitionId, document, expectedRevision: 1 });
  const order: string[] = [];
  const submitting = ana()
    .drafts.submit({ title: 'Looping', description: '', drafts: [{ definitionId, revision: 2 }], changeNumber: null })
    .then(
      () => 'submitted',
      (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
    )
    .finally(() => order.push('submitted'));
  const saved = await ana().drafts.save({ definitionId, document: documentOf('a'), expectedRevision: 2 });
  order.push('saved');
  expect(saved).toMatchObject({ outcome: 'saved', revision: 3 });
  expect(await submitting).toBe(
    '"Mapping looping" was saved again by Ana Ruiz (revision 3). Look at it, then submit again.',
  );
  expect(order).toEqual(['saved', 'submitted']);
});
