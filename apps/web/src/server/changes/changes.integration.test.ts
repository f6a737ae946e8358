import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const analyst = () => callerFor(own, 'user-ana', ['analyst']);
const approver = () => callerFor(own, 'user-ben', ['approver']);

it('goes from draft to live through another person, and back', async () => {
  const { definitionId } = await analyst().definitions.create({
    kind: 'value-map',
    key: 'tax-codes',
    name: 'Tax codes',
  });
  const document = { format: 1, description: '', entries: [{ key: 'GB', value: 'VAT-20' }] };
  expect(await analyst().drafts.save({ definitionId, document, expectedRevision: 1 })).toMatchObject({
    outcome: 'saved',
    revision: 2,
  });
  const { changeId, number } = await analyst().changes.create({ title: 'Tax codes', definitionIds: [definitionId] });
  await analyst().changes.submit({ changeId, expectedRevisions: { [definitionId]: 2 } });
  const submitted = await approver().changes.one({ number });
  expect(submitted).toMatchObject({
    state: 'in-review',
    authors: [{ id: 'user-ana', name: 'Ana Ruiz' }],
    impact: { flows: [], connections: [] },
  });
  expect(submitted.items.map(({ key, before, after }) => ({ key, before, after }))).toEqual([
    { key: 'tax-codes', before: null, after: document },
  ]);
  const decision = { changeId, submittedAt: submitted.submittedAt ?? new Date(0) };
  // The role is missing; and with the role it would still be one's own work.
  await expect(analyst().changes.approve(decision)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const both = callerFor(own, 'user-ana', ['analyst', 'approver']);
  await expect(both.changes.approve(decision)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Another person has to approve it.'),
  });
  await expect(approver().changes.publish({ environment: 'test', changeId })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await approver().changes.approve({ ...decision, comment: 'Fine.' });
  expect(await approver().changes.preview({ environment: 'test', changeId })).toEqual([]);
  const { releaseId } = await approver().changes.publish({ environment: 'test', changeId });
  const published = await analyst().changes.one({ number });
  expect(published.environments.map(({ key, state }) => [key, state])).toEqual([
    ['development', 'not-live'],
    ['test', 'live'],
    ['production', 'not-live'],
  ]);
  const [row] = (await analyst().definitions.list({ environment: 'test', kinds: ['value-map'] })).rows;
  expect(row).toMatchObject({
    key: 'tax-codes',
    live: { test: 1 },
    draft: undefined,
    change: undefined,
    ownerName: 'Ana Ruiz',
  });
  await expect(approver().releases.rollBack({ environment: 'production', releaseId, note: 'x' })).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  );
  await approver().releases.rollBack({ environment: 'test', releaseId, note: 'Too early.' });
  const releases = await analyst().releases.list({ environment: 'test' });
  expect(releases.rows.map(({ number, rollsBackNumber, note }) => [number, rollsBackNumber, note])).toEqual([
    [2, 1, 'Too early.'],
    [1, null, ''],
  ]);
});

it('says where a later change has replaced part of it, which cannot be published over that again', async () => {
  const codes = await Promise.all(
    ['rates', 'regions'].map((key) => analyst().definitions.create({ kind: 'value-map', key, name: key })),
  );
  const [rates, regions] = codes.map(({ definitionId }) => definitionId);
  const publish = async (title: string, ids: readonly (string | undefined)[]) => {
    const definitionIds = ids.flatMap((id) => id ?? []);
    const { changeId, number } = await analyst().changes.create({ title, definitionIds });
    await analyst().changes.submit({ changeId });
    const { submittedAt } = await approver().changes.one({ number });
    await approver().changes.approve({ changeId, submittedAt: submittedAt ?? new Date(0) });
    const { releaseId } = await approver().changes.publish({ environment: 'test', changeId });
    return { changeId, number, releaseId };
  };
  const first = await publish('Both', [rates, regions]);
  await analyst().drafts.save({
    definitionId: rates ?? '',
    document: { format: 1, description: 'Newer.', entries: [] },
    expectedRevision: null,
  });
  const second = await publish('Rates only', [rates]);
  const standing = async () => {
    const { environments } = await analyst().changes.one({ number: first.number });
    return environments.map(({ key, state, replacements }) => [key, state, replacements]);
  };
  expect(await standing()).toEqual([
    ['development', 'not-live', []],
    ['test', 'replaced', [{ name: 'rates', versionNumber: 2, changeNumber: second.number }]],
    ['production', 'not-live', []],
  ]);
  await expect(approver().changes.publish({ environment: 'test', changeId: first.changeId })).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
  });
  await approver().releases.rollBack({ environment: 'test', releaseId: second.releaseId, note: 'Not yet.' });
  expect((await standing())[1]).toEqual(['test', 'live', []]);
});

it('lists what is in it, by state and text', async () => {
  const { number } = await analyst().changes.create({ title: 'Nightly posting' });
  const found = async (input: Parameters<ReturnType<typeof analyst>['changes']['list']>[0]) =>
    (await analyst().changes.list(input)).rows.map(({ title }) => title);
  expect(await found({})).toEqual(['Nightly posting']);
  expect(await found({ filter: 'published' })).toEqual(['Rates only', 'Both', 'Tax codes']);
  expect(await found({ filter: 'all', text: `#${number}` })).toEqual(['Nightly posting']);
  expect(await found({ filter: 'all', text: 'tax' })).toEqual(['Tax codes']);
});

it('refuses an empty change with a sentence', async () => {
  const { changeId } = await analyst().changes.create({ title: 'Nothing' });
  await expect(analyst().changes.submit({ changeId })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'This change holds no drafts. Add at least one.',
  });
});
