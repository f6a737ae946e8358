import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { definition, draft } from '../schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { createDefinition } from './create-definition.ts';
import { DraftConflictError } from './definition-error.ts';
import { discardDraft } from './discard-draft.ts';
import { listDraftRevisions, loadDraftRevision } from './list-draft-revisions.ts';
import { loadDefinition } from './load-definition.ts';
import { saveDraft } from './save-draft.ts';
import { updateDefinition } from './update-definition.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const inside = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
  withOrganisation(own.db, own.organisationId, work);

const create = (key: string, document: unknown = { state: 'first' }) =>
  inside((tx) => createDefinition(tx, { kind: 'mapping', key, name: key, document, createdBy: 'user-ana' }));

describe('creating a definition', () => {
  test('makes it with its first draft, and says so in the audit log', async () => {
    const { definitionId } = await create('made');
    const loaded = await inside((tx) => loadDefinition(tx, { kind: 'mapping', key: 'made' }));
    expect(loaded).toEqual({
      definition: {
        id: definitionId,
        organisationId: own.organisationId,
        kind: 'mapping',
        key: 'made',
        name: 'made',
        description: '',
        ownerUserId: 'user-ana',
        createdAt: expect.any(Date),
        archivedAt: null,
      },
      draft: {
        definitionId,
        organisationId: own.organisationId,
        document: { state: 'first' },
        revision: 1,
        baseVersionId: null,
        authors: ['user-ana'],
        updatedBy: 'user-ana',
        updatedAt: expect.any(Date),
        savedByName: 'Ana Ruiz',
      },
      latestVersion: null,
      live: [],
    });
    const { rows } = await own.db.pool.query('select actor, action, details from audit_entry where subject_id = $1', [
      definitionId,
    ]);
    expect(rows).toEqual([{ actor: 'user-ana', action: 'definition.created', details: { key: 'made', name: 'made' } }]);
  });

  test('refuses a taken key, per kind', async () => {
    await create('taken');
    await expect(create('taken')).rejects.toMatchObject({
      code: 'DEFINITION_KEY_TAKEN',
      message: 'There is already a mapping "taken". Choose another key.',
    });
    const other = inside((tx) =>
      createDefinition(tx, { kind: 'flow', key: 'taken', name: 'Taken', document: {}, createdBy: 'user-ana' }),
    );
    expect((await other).revision).toBe(1);
  });

  test.each([
    ['a NUL', 'a\0b'],
    ['half a pair', '\ud800'],
  ])('refuses a document with %s', async (_what, bad) => {
    await expect(create('unstorable', { text: bad })).rejects.toMatchObject({ code: 'DOCUMENT_NOT_STORABLE' });
    const escaped = await create(`fine-${bad.length}`, { text: String.raw`\u0000 as people write it` });
    expect(escaped.revision).toBe(1);
  });
});

describe('saving a draft', () => {
  test('keeps every state and every author', async () => {
    const { definitionId } = await create('kept');
    for (const [index, savedBy] of ['user-ada', 'user-ana', 'user-ada'].entries()) {
      await inside((tx) =>
        saveDraft(tx, { definitionId, document: { state: index }, expectedRevision: index + 1, savedBy }),
      );
    }
    const revisions = await inside((tx) => listDraftRevisions(tx, definitionId));
    const summary = (revision: number, savedBy: string, savedByName: string) => ({
      revision,
      savedBy,
      savedByName,
      savedAt: expect.any(Date),
    });
    expect(revisions).toEqual([
      summary(4, 'user-ada', 'Ada Lindqvist'),
      summary(3, 'user-ana', 'Ana Ruiz'),
      summary(2, 'user-ada', 'Ada Lindqvist'),
      summary(1, 'user-ana', 'Ana Ruiz'),
    ]);
    expect(await inside((tx) => listDraftRevisions(tx, definitionId, { before: 3, limit: 1 }))).toEqual([
      summary(2, 'user-ada', 'Ada Lindqvist'),
    ]);
    expect(await inside((tx) => loadDraftRevision(tx, definitionId, 2))).toEqual({ document: { state: 0 } });
    const [row] = await inside((tx) => tx.select().from(draft).where(eq(draft.definitionId, definitionId)));
    expect(row?.authors).toEqual(['user-ana', 'user-ada']);
  });

  test('from an older revision is refused, with who saved what and when', async () => {
    const { definitionId } = await create('conflict');
    await inside((tx) =>
      saveDraft(tx, { definitionId, document: { state: 'ben' }, expectedRevision: 1, savedBy: 'user-ben' }),
    );
    const late = inside((tx) =>
      saveDraft(tx, { definitionId, document: { state: 'ana' }, expectedRevision: 1, savedBy: 'user-ana' }),
    );
    const error = await late.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DraftConflictError);
    expect((error as DraftConflictError).current).toEqual({
      revision: 2,
      document: { state: 'ben' },
      savedBy: 'user-ben',
      savedByName: 'Ben Okafor',
      savedAt: expect.any(Date),
    });
    expect((error as DraftConflictError).message).toMatch(/^Ben Okafor saved this draft at 20.*Z \(revision 2\)\./);
  });

  test('twenty saves at once succeed once, and nothing is lost', async () => {
    const { definitionId } = await create('race');
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        inside((tx) =>
          saveDraft(tx, { definitionId, document: { index }, expectedRevision: 1, savedBy: `user-${index}` }),
        ),
      ),
    );
    const won = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(won).toHaveLength(1);
    expect(lost.every((reason) => reason instanceof DraftConflictError && reason.current?.revision === 2)).toBe(true);
    expect(await inside((tx) => loadDraftRevision(tx, definitionId, 2))).toEqual({ document: { index: won[0] } });
  });

  test('of two people who start a draft at once, where there is none, one succeeds', async () => {
    const { definitionId } = await create('two-starts');
    await inside((tx) => discardDraft(tx, { definitionId, expectedRevision: 1, discardedBy: 'user-ana' }));
    const start = (savedBy: string) =>
      inside((tx) => saveDraft(tx, { definitionId, document: {}, expectedRevision: null, savedBy }));
    const results = await Promise.allSettled([start('user-ana'), start('user-ben')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const fulfilled = results.find((result) => result.status === 'fulfilled');
    // Revision 1 belonged to the discarded draft, and its number is not used for another state.
    expect(fulfilled?.value).toEqual({ revision: 2 });
  });

  test('of another organisation is not found', async () => {
    const stranger = '01a208e6-0000-7000-8000-000000000009';
    const { definitionId } = await create('private');
    const save = withOrganisation(own.db, stranger, (tx) =>
      saveDraft(tx, { definitionId, document: {}, expectedRevision: 1, savedBy: 'user-sam' }),
    );
    await expect(save).rejects.toMatchObject({ code: 'DRAFT_CONFLICT', current: undefined });
  });
});

describe('discarding a draft', () => {
  test('discarding archives what was never published, keeps its revisions, and frees the key', async () => {
    const { definitionId } = await create('discarded');
    await inside((tx) => discardDraft(tx, { definitionId, expectedRevision: 1, discardedBy: 'user-ana' }));
    const [row] = await inside((tx) => tx.select().from(definition).where(eq(definition.id, definitionId)));
    expect(row?.archivedAt).toEqual(expect.any(Date));
    expect(await inside((tx) => loadDraftRevision(tx, definitionId, 1))).toEqual({ document: { state: 'first' } });
    expect(await create('discarded', { state: 'again' })).toEqual({ definitionId, revision: 2 });
  });

  test('from an older revision is refused', async () => {
    const { definitionId } = await create('not-discarded');
    await inside((tx) => saveDraft(tx, { definitionId, document: {}, expectedRevision: 1, savedBy: 'user-ben' }));
    const late = inside((tx) => discardDraft(tx, { definitionId, expectedRevision: 1, discardedBy: 'user-ana' }));
    await expect(late).rejects.toMatchObject({ code: 'DRAFT_CONFLICT', current: { revision: 2 } });
  });
});

test('name, description and owner can change, the key cannot', async () => {
  const { definitionId } = await create('renamed');
  await inside((tx) =>
    updateDefinition(tx, { definitionId, name: 'Renamed', ownerUserId: 'user-ben', updatedBy: 'user-ada' }),
  );
  const loaded = await inside((tx) => loadDefinition(tx, { kind: 'mapping', key: 'renamed' }));
  expect(loaded.definition).toMatchObject({
    key: 'renamed',
    name: 'Renamed',
    ownerUserId: 'user-ben',
    description: '',
  });
  const missing = inside((tx) => loadDefinition(tx, { kind: 'flow', key: 'renamed' }));
  await expect(missing).rejects.toMatchObject({ code: 'DEFINITION_NOT_FOUND' });
});
