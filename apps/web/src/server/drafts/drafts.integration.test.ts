import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { createDefinition } from '@throughline/core/db/definitions/create-definition';
import { auditEntry } from '@throughline/core/db/schema/operation';
import { draft } from '@throughline/core/db/schema/definition';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const ana = () => callerFor(own, 'user-ana', ['analyst']);
const ben = () => callerFor(own, 'user-ben', ['approver']);
const inside = <Result>(work: Parameters<typeof withOrganisation<Result>>[2]) =>
  withOrganisation(own.db, own.organisationId, work);

const valueMap = (value: string) => ({ format: 1, description: '', entries: [{ key: 'a', value }] });

const create = async (key: string) => {
  const made = await inside((tx) =>
    createDefinition(tx, { kind: 'value-map', key, name: key, document: valueMap('one'), createdBy: 'user-ana' }),
  );
  return made.definitionId;
};

const save = (definitionId: string, value: string, expectedRevision: number | null) =>
  ana().drafts.save({ definitionId, document: valueMap(value), expectedRevision });

/** Submits a draft, alone, in a new change or in the open one that holds it. Returns the change's number. */
const submit = async (definitionId: string): Promise<number> => {
  const found = (await ana().drafts.list()).find((each) => each.definitionId === definitionId);
  const submitted = await ana().drafts.submit({
    title: 'A change',
    description: '',
    drafts: [{ definitionId, revision: found?.revision ?? 0 }],
    changeNumber: found?.changeNumber ?? null,
  });
  return submitted.outcome === 'submitted' ? submitted.number : 0;
};

const approveAndPublish = async (number: number) => {
  const { id: changeId, submittedAt } = await ben().changes.one({ number });
  await ben().changes.approve({ changeId, submittedAt: submittedAt ?? new Date(0) });
  return ben().changes.publish({ changeId, environment: 'test' });
};

describe('the history of a draft', () => {
  it('lists who saved when, compares with the current state, and restores as a new revision', async () => {
    const definitionId = await create('history');
    await save(definitionId, 'two', 1);
    await save(definitionId, 'three', 2);
    const { revisions, nextBefore } = await ana().drafts.revisions({ definitionId });
    expect({ revisions, nextBefore }).toEqual({
      revisions: [3, 2, 1].map((revision) => ({
        revision,
        savedBy: 'user-ana',
        savedByName: 'Ana Ruiz',
        savedAt: expect.any(Date),
      })),
      nextBefore: null,
    });
    expect(await ben().drafts.revision({ definitionId, revision: 1 })).toEqual({
      kind: 'value-map',
      document: valueMap('one'),
      current: valueMap('three'),
    });
    expect(await ana().drafts.restore({ definitionId, revision: 1, expectedRevision: 3 })).toEqual({ revision: 4 });
    expect(await ana().drafts.revision({ definitionId, revision: 3 })).toEqual({
      kind: 'value-map',
      document: valueMap('three'),
      current: valueMap('one'),
    });
    const audited = await inside((tx) =>
      tx.select({ details: auditEntry.details }).from(auditEntry).where(eq(auditEntry.action, 'draft.restored')),
    );
    expect(audited).toEqual([{ details: { fromRevision: 1, revision: 4 } }]);
  });

  it('is paged', async () => {
    const definitionId = await create('paged');
    for (let revision = 1; revision <= 51; revision += 1) await save(definitionId, `value ${revision}`, revision);
    const first = await ana().drafts.revisions({ definitionId });
    const second = await ana().drafts.revisions({ definitionId, cursor: first.nextBefore });
    expect([first, second].map((page) => [page.revisions.at(0)?.revision, page.revisions.at(-1)?.revision])).toEqual([
      [52, 3],
      [2, 1],
    ]);
    expect([first.nextBefore, second.nextBefore]).toEqual([3, null]);
  });

  it('does not restore over a newer save, nor for people who only review', async () => {
    const definitionId = await create('guarded');
    await save(definitionId, 'two', 1);
    const restore = { definitionId, revision: 1, expectedRevision: 1 };
    await expect(ana().drafts.restore(restore)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(ana().drafts.restore({ ...restore, revision: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ben().drafts.restore({ ...restore, expectedRevision: 2 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const discard = { definitionId, expectedRevision: 2 };
    await expect(ben().drafts.discard(discard)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ana().drafts.discard({ ...discard, expectedRevision: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('discarding a draft', () => {
  it('keeps its revisions, and removes a definition that was never published from the lists', async () => {
    const definitionId = await create('thrown');
    expect(await ana().drafts.discard({ definitionId, expectedRevision: 1 })).toEqual({ isArchived: true });
    expect((await ana().drafts.revisions({ definitionId })).revisions.map(({ revision }) => revision)).toEqual([1]);
    const listed = await ana().definitions.list({ environment: 'test', kinds: ['value-map'], text: 'thrown' });
    expect(listed.rows).toEqual([]);
  });

  it('keeps the published version, and the discarded state can be restored', async () => {
    const definitionId = await create('published');
    await approveAndPublish(await submit(definitionId));
    await save(definitionId, 'two', null);
    expect(await ana().drafts.discard({ definitionId, expectedRevision: 2 })).toEqual({ isArchived: false });
    expect(await ana().drafts.revision({ definitionId, revision: 2 })).toEqual({
      kind: 'value-map',
      document: valueMap('two'),
      current: valueMap('one'),
    });
    expect(await ana().drafts.restore({ definitionId, revision: 2, expectedRevision: null })).toEqual({ revision: 3 });
  });

  it('can be replaced by a published version, which then is its newest revision', async () => {
    const definitionId = await create('taken-back');
    await approveAndPublish(await submit(definitionId));
    await save(definitionId, 'two', null);
    const version = { definitionId, versionNumber: 1 };
    await expect(ana().drafts.restoreVersion({ ...version, expectedRevision: null })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(
      ana().drafts.restoreVersion({ ...version, versionNumber: 9, expectedRevision: 2 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ana().drafts.restoreVersion({ ...version, expectedRevision: 2 })).toEqual({ revision: 3 });
    expect(await ana().drafts.revision({ definitionId, revision: 2 })).toEqual({
      kind: 'value-map',
      document: valueMap('two'),
      current: valueMap('one'),
    });
  });

  it('is refused while a change under review contains it', async () => {
    const definitionId = await create('reviewed');
    const number = await submit(definitionId);
    await expect(ana().drafts.discard({ definitionId, expectedRevision: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Change ${number} holds this draft and is under review. Withdraw the change first.`,
    });
  });
});

describe('a newer version', () => {
  /** A draft of version 1 that was approved while version 2 was published. */
  const behind = async (key: string) => {
    const definitionId = await create(key);
    await approveAndPublish(await submit(definitionId));
    const first = await ana().drafts.open({ environment: 'test', kind: 'value-map', key });
    await save(definitionId, 'theirs', null);
    await approveAndPublish(await submit(definitionId));
    await save(definitionId, 'mine', null);
    await inside((tx) =>
      tx
        .update(draft)
        .set({ baseVersionId: first.latestVersion?.id ?? null })
        .where(eq(draft.definitionId, definitionId)),
    );
    const number = await submit(definitionId);
    const { id: changeId, submittedAt } = await ben().changes.one({ number });
    await ben().changes.approve({ changeId, submittedAt: submittedAt ?? new Date(0) });
    return { definitionId, number, changeId };
  };

  it('is reported with the three states, and once merged the draft can be reviewed and published again', async () => {
    const { definitionId, number, changeId } = await behind('behind');
    expect((await ben().changes.one({ number })).items.map(({ newerVersion }) => newerVersion)).toEqual([2]);
    await expect(ben().changes.publish({ changeId, environment: 'test' })).rejects.toMatchObject({
      cause: { code: 'NOT_PUBLISHABLE', problems: [{ code: 'STALE' }] },
    });
    const found = await ana().drafts.newerVersion({ definitionId });
    expect(found).toEqual({
      base: { number: 1, document: valueMap('one') },
      mine: { revision: 3, document: valueMap('mine') },
      newer: {
        id: expect.any(String),
        number: 2,
        document: valueMap('theirs'),
        createdAt: expect.any(Date),
        createdByName: 'Ben Okafor',
        changeNumber: number - 1,
      },
      change: { number, title: 'A change', state: 'approved' },
    });
    const bring = {
      definitionId,
      document: valueMap('both'),
      expectedRevision: 3,
      versionId: found?.newer.id ?? '',
    };
    await expect(ben().drafts.bringInNewer(bring)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await ana().drafts.bringInNewer(bring)).toEqual({ revision: 4, reopenedChange: number });
    expect(await ana().drafts.newerVersion({ definitionId })).toBeNull();
    const reopened = await ben().changes.one({ number });
    expect({
      state: reopened.state,
      items: reopened.items.map(({ before, after, newerVersion }) => ({ before, after, newerVersion })),
    }).toEqual({
      state: 'open',
      items: [{ before: valueMap('theirs'), after: valueMap('both'), newerVersion: null }],
    });
    await submit(definitionId);
    expect((await approveAndPublish(number)).versions.map((each) => each.number)).toEqual([3]);
  });

  it('is not merged if yet another one, or another save, came in the meantime', async () => {
    const { definitionId, number } = await behind('overtaken');
    const bring = { definitionId, document: valueMap('both') };
    const base = (await ana().drafts.newerVersion({ definitionId }))?.newer.id ?? '';
    await expect(ana().drafts.bringInNewer({ ...bring, expectedRevision: 2, versionId: base })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(
      ana().drafts.bringInNewer({ ...bring, expectedRevision: 3, versionId: definitionId }),
    ).rejects.toMatchObject({ code: 'CONFLICT', cause: { code: 'NEWER_VERSION' } });
    const { state, items } = await ben().changes.one({ number });
    expect({ state, newer: items.map(({ newerVersion }) => newerVersion) }).toEqual({ state: 'approved', newer: [2] });
  });
});
