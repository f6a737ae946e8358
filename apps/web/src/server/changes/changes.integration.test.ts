import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { insertRun } from '../../../testing/insert-run.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const analyst = () => callerFor(own, 'user-ana', ['analyst']);
const approver = () => callerFor(own, 'user-ben', ['approver']);

/** Submits a change with its drafts as they are now. */
const submit = async (number: number) => {
  const { id: changeId, items } = await analyst().changes.one({ number });
  const seen = items.map(({ definitionId, currentRevision }) => [definitionId, currentRevision ?? 0]);
  return analyst().changes.submit({ changeId, expectedRevisions: Object.fromEntries(seen) });
};

/** Takes drafts through a change and a review into the test environment. */
const publish = async (title: string, ids: readonly (string | undefined)[]) => {
  const definitionIds = ids.flatMap((id) => id ?? []);
  const { changeId, number } = await analyst().changes.create({ title, definitionIds });
  await submit(number);
  const { submittedAt } = await approver().changes.one({ number });
  await approver().changes.approve({ changeId, submittedAt: submittedAt ?? new Date(0) });
  const { releaseId } = await approver().changes.publish({ environment: 'test', changeId });
  return { changeId, number, releaseId };
};

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
  await expect(analyst().changes.preview({ environment: 'test', changeId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
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

it('says where a later change has replaced part of it, and refuses to publish over that', async () => {
  const codes = await Promise.all(
    ['rates', 'regions'].map((key) => analyst().definitions.create({ kind: 'value-map', key, name: key })),
  );
  const [rates, regions] = codes.map(({ definitionId }) => definitionId);
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

it('says who rolled a change back, when, why and to which versions; the rollback was listed before', async () => {
  const map = await analyst().definitions.create({ kind: 'value-map', key: 'terms', name: 'Payment terms' });
  const flow = await analyst().definitions.create({ kind: 'flow', key: 'nightly', name: 'Nightly terms' });
  await analyst().drafts.save({
    definitionId: flow.definitionId,
    expectedRevision: 1,
    document: {
      format: 1,
      description: '',
      trigger: { kind: 'manual', name: 'By hand' },
      body: [{ id: 'look', kind: 'lookup', name: 'Look', config: { valueMap: 'terms', key: '$trigger.key' } }],
      settings: {},
    },
  });
  const first = await publish('Payment terms', [map.definitionId, flow.definitionId]);
  const entries = [{ key: '30', value: 'NET30' }];
  await analyst().drafts.save({
    definitionId: map.definitionId,
    document: { format: 1, description: '', entries },
    expectedRevision: null,
  });
  const second = await publish('Net 30', [map.definitionId]);
  await withOrganisation(own.db, own.organisationId, (tx) =>
    insertRun(tx, own.environmentIds.test, { definitionId: flow.definitionId, state: 'waiting' }),
  );

  const asked = { environment: 'test', releaseId: second.releaseId };
  expect(await analyst().releases.previewRollBack(asked)).toEqual({
    moves: [
      {
        definitionId: map.definitionId,
        kind: 'value-map',
        key: 'terms',
        name: 'Payment terms',
        from: 2,
        to: 1,
      },
    ],
    flows: [{ key: 'nightly', name: 'Nightly terms', runsUnderWay: 1 }],
    refusal: null,
  });
  const under = await analyst().releases.previewRollBack({ environment: 'test', releaseId: first.releaseId });
  expect(under.refusal?.message).toContain('Roll back that one first.');
  await expect(analyst().releases.previewRollBack({ ...asked, environment: 'production' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });

  await approver().releases.rollBack({ ...asked, note: 'The bank said 60.' });
  const rolledBack = await analyst().changes.one({ number: second.number });
  expect(rolledBack.isRolledBack).toBe(true);
  expect(rolledBack.environments[1]).toEqual({
    key: 'test',
    name: 'Test',
    kind: 'test',
    state: 'rolled-back',
    replacements: [],
    waitsFor: null,
    isPublishable: true,
    rollback: {
      byName: 'Ben Okafor',
      at: expect.any(Date),
      reason: 'The bank said 60.',
      releaseNumber: expect.any(Number),
      moves: [
        { definitionId: map.definitionId, kind: 'value-map', key: 'terms', name: 'Payment terms', from: 2, to: 1 },
      ],
    },
  });
  const listed = (await analyst().changes.list({ filter: 'published' })).rows;
  expect(listed.filter(({ isRolledBack }) => isRolledBack).map(({ title }) => title)).toContain('Net 30');
  expect(listed.find(({ title }) => title === 'Payment terms')?.isRolledBack).toBe(false);
});

it('offers production only after test, and the server refuses it before', async () => {
  const { definitionId } = await analyst().definitions.create({ kind: 'value-map', key: 'in-order', name: 'In order' });
  const { changeId, number } = await analyst().changes.create({ title: 'In order', definitionIds: [definitionId] });
  await submit(number);
  const { submittedAt } = await approver().changes.one({ number });
  await approver().changes.approve({ changeId, submittedAt: submittedAt ?? new Date(0) });
  const offered = async () =>
    (await approver().changes.one({ number })).environments.map(({ key, isPublishable, waitsFor }) => [
      key,
      isPublishable,
      waitsFor,
    ]);
  expect(await offered()).toEqual([
    ['development', true, null],
    ['test', true, null],
    ['production', false, 'Test'],
  ]);
  await expect(approver().changes.publish({ environment: 'production', changeId })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: `Change ${number} was not published to Test yet. Publish it to Test first; Production comes after it.`,
  });
  await approver().changes.publish({ environment: 'test', changeId });
  expect(await offered()).toEqual([
    ['development', true, null],
    ['test', false, null],
    ['production', true, null],
  ]);
  await approver().changes.publish({ environment: 'production', changeId });
});

it('lists changes with their contents, by state and text', async () => {
  const { number } = await analyst().changes.create({ title: 'Nightly posting' });
  const found = async (input: Parameters<ReturnType<typeof analyst>['changes']['list']>[0]) =>
    (await analyst().changes.list(input)).rows.map(({ title }) => title);
  expect(await found({})).toEqual(['Nightly posting']);
  expect(await found({ filter: 'published' })).toEqual([
    'In order',
    'Net 30',
    'Payment terms',
    'Rates only',
    'Both',
    'Tax codes',
  ]);
  expect(await found({ filter: 'all', text: `#${number}` })).toEqual(['Nightly posting']);
  expect(await found({ filter: 'all', text: 'tax' })).toEqual(['Tax codes']);
});

it('refuses an empty change with a sentence', async () => {
  const { number } = await analyst().changes.create({ title: 'Nothing' });
  await expect(submit(number)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'This change holds no drafts. Add at least one.',
  });
});

it('refuses to submit drafts that the submitter has not seen', async () => {
  const { definitionId } = await analyst().definitions.create({ kind: 'value-map', key: 'unseen', name: 'Unseen' });
  const { changeId, number } = await analyst().changes.create({ title: 'Unseen', definitionIds: [definitionId] });
  const blind = { changeId } as Parameters<ReturnType<typeof analyst>['changes']['submit']>[0];
  await expect(analyst().changes.submit(blind)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('Name the revision of each draft that you have seen.'),
  });
  await expect(analyst().changes.submit({ changeId, expectedRevisions: {} })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: '"Unseen" is in this change too. Look at it, then submit again.',
  });
  expect(await analyst().changes.one({ number })).toMatchObject({ state: 'open' });
});
