import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
let stranger: ReturnType<typeof callerFor>;
beforeAll(async () => {
  own = await createTestDatabase();
  const other = await seedOrganisation(own.db, {
    key: 'stranger',
    name: 'Stranger Ltd',
    people: [{ id: 'user-sam', name: 'Sam Stranger', email: 'sam@stranger.example', roles: ['admin'] }],
  });
  stranger = callerFor({ db: own.db, ...other }, 'user-sam', ['admin']);
});
afterAll(() => own.close());

const analyst = () => callerFor(own, 'user-ana', ['analyst']);
const approver = () => callerFor(own, 'user-ben', ['approver']);

const any = { kind: 'any' as const };
const mapping = (text: string) => ({
  format: 1,
  text,
  source: any,
  target: any,
  tests: text.includes('R') ? [{ name: 'Deal', input: { tax: '19' }, expected: { code: 'R19' } }] : [],
});

const submit = async (title: string, definitionId: string, revision: number) => {
  const { changeId, number } = await analyst().changes.create({ title, definitionIds: [definitionId] });
  await analyst().changes.submit({ changeId, expectedRevisions: { [definitionId]: revision } });
  const { submittedAt } = await approver().changes.one({ number });
  return { changeId, number, decision: { changeId, submittedAt: submittedAt ?? new Date(0) } };
};

it('an approver accepts what changed, by name and with a reason, and only then the change is approved', async () => {
  const { definitionId } = await analyst().definitions.create({ kind: 'mapping', key: 'codes', name: 'Tax codes' });
  const save = (text: string, expectedRevision: number | null) =>
    analyst().drafts.save({ definitionId, document: mapping(text), expectedRevision });
  await save('{ "code": "V" & tax }', 1);
  const first = await submit('First', definitionId, 2);
  await approver().changes.approve(first.decision);
  await approver().changes.publish({ environment: 'test', changeId: first.changeId });
  await save('{ "code": "R" & tax }', null);
  const { changeId, number, decision } = await submit('Second', definitionId, 3);

  const [behaviour] = await approver().changes.behaviour({ changeId });
  expect(behaviour?.report.fields.map(({ field, counts }) => [field, counts])).toEqual([['code', { changed: 1 }]]);
  const { content = '' } = behaviour ?? {};
  const surprises = [{ definitionId, field: 'code', content, effects: ['changed' as const] }];
  await expect(approver().changes.approve(decision)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: `Change ${number} cannot be approved: 1 changed output is not accepted yet (code of "Tax codes"). Look at each under Behaviour, and accept it or request changes.`,
  });
  const accept = { changeId, surprises, kind: 'accepted' as const, reason: 'The new law.' };
  await expect(analyst().changes.judgeSurprises(accept)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const author = callerFor(own, 'user-ana', ['analyst', 'approver']);
  await expect(author.changes.judgeSurprises(accept)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Another person has to approve it.') as unknown,
  });
  await expect(approver().changes.judgeSurprises({ ...accept, kind: 'rejected', reason: ' ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('Say what is wrong with it') as unknown,
  });
  await expect(
    approver().changes.judgeSurprises({
      ...accept,
      surprises: [{ definitionId, field: 'code', content: 'x', effects: [] }],
    }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(
    approver().changes.judgeSurprises({ ...accept, surprises: [...surprises, ...surprises] }),
  ).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('Name each changed output once.') as unknown,
  });
  await analyst().changes.expectSurprises({ changeId, surprises, reason: 'As asked.' });
  await approver().changes.judgeSurprises(accept);
  expect((await analyst().changes.one({ number })).verdicts).toEqual([
    {
      ...surprises[0],
      kind: 'expected',
      reason: 'As asked.',
      userId: 'user-ana',
      userName: 'Ana Ruiz',
      userEmail: expect.any(String) as unknown,
      createdAt: expect.any(Date) as unknown,
    },
    {
      ...surprises[0],
      kind: 'accepted',
      reason: 'The new law.',
      userId: 'user-ben',
      userName: 'Ben Okafor',
      userEmail: expect.any(String) as unknown,
      createdAt: expect.any(Date) as unknown,
    },
  ]);
  await approver().changes.approve(decision);
  await approver().changes.publish({ environment: 'test', changeId });
});

it('a place of a document is discussed: comment, reply, resolve, open again', async () => {
  const { definitionId } = await analyst().definitions.create({ kind: 'mapping', key: 'talked', name: 'Talked about' });
  const { changeId, number } = await analyst().changes.create({ title: 'Talk', definitionIds: [definitionId] });
  const place = { changeId, definitionId, anchorKind: 'field' as const, anchor: 'lines[].amount' };
  const { threadId } = await approver().changes.startThread({ ...place, comment: 'Net or gross?' });
  await analyst().changes.reply({ threadId, comment: 'Net.' });
  await approver().changes.resolveThread({ threadId, isResolved: true });
  await analyst().changes.resolveThread({ threadId, isResolved: true });
  const threads = async () => (await analyst().changes.one({ number })).threads;
  const said = (userName: string, comment: string) =>
    expect.objectContaining({ userName, comment, createdAt: expect.any(Date) as unknown }) as unknown;
  expect(await threads()).toEqual([
    {
      id: threadId,
      definitionId,
      anchorKind: 'field',
      anchor: 'lines[].amount',
      resolvedAt: expect.any(Date) as unknown,
      resolvedByName: 'Ben Okafor',
      comments: [said('Ben Okafor', 'Net or gross?'), said('Ana Ruiz', 'Net.')],
    },
  ]);
  await analyst().changes.resolveThread({ threadId, isResolved: false });
  expect(await threads()).toMatchObject([{ resolvedAt: null, resolvedByName: null }]);

  const viewer = callerFor(own, 'user-eve', ['viewer']);
  await expect(viewer.changes.startThread({ ...place, comment: 'Hm.' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(approver().changes.startThread({ ...place, comment: ' ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await expect(
    approver().changes.startThread({ ...place, definitionId: crypto.randomUUID(), comment: 'Hm.' }),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('does not hold this document') as unknown,
  });
});

it('another organisation sees and does nothing with comparisons, verdicts and discussions', async () => {
  const { definitionId } = await analyst().definitions.create({ kind: 'mapping', key: 'ours', name: 'Ours' });
  const { changeId } = await analyst().changes.create({ title: 'Ours', definitionIds: [definitionId] });
  const place = { changeId, definitionId, anchorKind: 'field' as const, anchor: 'a' };
  const { threadId } = await approver().changes.startThread({ ...place, comment: 'Ours alone.' });
  const surprises = [{ definitionId, field: 'a', content: '0'.repeat(64), effects: ['changed' as const] }];
  const attempts = [
    () => stranger.changes.behaviour({ changeId }),
    () => stranger.changes.expectSurprises({ changeId, surprises }),
    () => stranger.changes.judgeSurprises({ changeId, surprises, kind: 'accepted' }),
    () => stranger.changes.startThread({ ...place, comment: 'Mine.' }),
    () => stranger.changes.reply({ threadId, comment: 'Mine.' }),
    () => stranger.changes.resolveThread({ threadId, isResolved: true }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
