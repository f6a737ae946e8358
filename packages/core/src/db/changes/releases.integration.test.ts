import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { changeTestKit, caught, checks, lookUp, valueMap } from '../../../testing/db/change-test-kit.ts';
import type { DraftConflictError } from '../definitions/definition-error.ts';
import { loadDefinition } from '../definitions/load-definition.ts';
import { rebaseDraft } from '../definitions/rebase-draft.ts';
import { draft } from '../schema/index.ts';
import { checkPublishing } from './check-publishing.ts';
import { loadChange } from './load-change.ts';
import { loadPreview } from './load-preview.ts';
import { rollBackRelease } from './roll-back-release.ts';
import { withdrawChange } from './withdraw-change.ts';

const { own, inside, create, save, open, approve, publish, release, liveDocument } = await changeTestKit();
afterAll(() => own.close());

describe('publishing', () => {
  test('two publishers at once make one release', async () => {
    const { changeId } = await open(await create('value-map', 'two-publishers', valueMap('one')));
    await approve(changeId);
    const results = await Promise.allSettled([publish(changeId), publish(changeId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'ALREADY_LIVE' });
    expect((await inside((tx) => loadChange(tx, { id: changeId }))).releases).toHaveLength(1);
  });

  test('a save at the same moment is either refused with a message or becomes the next draft, and neither is lost', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const definitionId = await create('value-map', `save-and-publish-${index}`, valueMap('reviewed'));
        const { changeId } = await open(definitionId);
        await approve(changeId);
        const [saved, published] = await Promise.allSettled([
          save(definitionId, valueMap('late'), 1),
          publish(changeId),
        ]);
        const [row] = await inside((tx) => tx.select().from(draft).where(eq(draft.definitionId, definitionId)));
        const versionId = published.status === 'fulfilled' ? published.value.versions[0]?.versionId : undefined;
        return {
          live: await liveDocument(definitionId),
          isConsistent:
            saved.status === 'fulfilled'
              ? row?.revision === 2 && row.baseVersionId === versionId
              : row === undefined && (saved.reason as DraftConflictError).code === 'DRAFT_CONFLICT',
        };
      }),
    );
    expect(outcomes).toEqual(outcomes.map(() => ({ live: valueMap('reviewed'), isConsistent: true })));
  });

  test('publishing is refused when somebody published a newer base meanwhile, until the draft is rebased onto it', async () => {
    const first = await release('stale', 'one');
    const { definitionId } = first;
    const { changeId } = await release('stale', 'two', definitionId).then(async () => {
      // This draft was started from version 1 and is only reviewed now.
      await save(definitionId, valueMap('mine'), null, 'user-ana');
      const baseVersionId = first.versions[0]?.versionId ?? null;
      await inside((tx) => tx.update(draft).set({ baseVersionId }).where(eq(draft.definitionId, definitionId)));
      return open(definitionId);
    });
    await approve(changeId);
    const error = await caught(publish(changeId));
    expect({ code: error.code, problems: error.problems.map(({ code, message }) => ({ code, message })) }).toEqual({
      code: 'NOT_PUBLISHABLE',
      problems: [
        {
          code: 'STALE',
          message: expect.stringMatching(
            /^Version 2 of "stale" was published by change \d+ after this draft was started\./,
          ),
        },
      ],
    });
    const set = await inside((tx) => loadPreview(tx, { changeId, environmentId: own.environmentIds.test }, checks));
    expect(await checkPublishing(set)).toEqual(error.problems);

    await inside((tx) => withdrawChange(tx, { changeId, withdrawnBy: 'user-ana', to: 'open' }));
    const current = await inside((tx) => loadDefinition(tx, { kind: 'value-map', key: 'stale' }));
    await inside((tx) =>
      rebaseDraft(tx, {
        definitionId,
        document: valueMap('both'),
        expectedRevision: current.draft?.revision ?? 0,
        savedBy: 'user-ana',
      }),
    );
    await approve(changeId);
    expect((await publish(changeId)).versions[0]?.number).toBe(3);
    expect(await liveDocument(definitionId)).toEqual(valueMap('both'));
  });

  test('an older change does not overwrite a newer one', async () => {
    const first = await release('older', 'one');
    const second = await release('older', 'two', first.definitionId);
    await publish(second.changeId, 'production');
    const error = await caught(publish(first.changeId, 'production'));
    expect(error.problems.map(({ code, message }) => ({ code, message }))).toEqual([
      {
        code: 'STALE',
        message: 'A newer version of "older" is live in Production. To return to this one, roll that release back.',
      },
    ]);
  });

  test('publishing is refused where a connection or a definition that it names is missing', async () => {
    const map = await release('present-in-test', 'one');
    const flow = await create('flow', 'far-flow', {
      ...lookUp('present-in-test'),
      trigger: { kind: 'webhook', name: 'Deal', connection: 'crm', object: 'Deal' },
    });
    const { changeId } = await open(flow);
    await own.db.pool.query(
      `insert into connection (id, organisation_id, environment_id, key, name, system, settings, auth_method, secret_ciphertext, secret_key_id, secret_fields)
       values (gen_random_uuid(), $1, $2, 'crm', 'CRM', 'sales', '{}', 'none', '', '', '{}')`,
      [own.organisationId, own.environmentIds.test],
    );
    await approve(changeId);
    await expect(publish(changeId)).resolves.toMatchObject({ number: expect.any(Number) });
    const error = await caught(publish(changeId, 'production'));
    expect(error.problems.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['/trigger/connection', 'UNKNOWN_CONNECTION'],
        ['/body/0/config/valueMap', 'UNKNOWN_VALUE_MAP'],
      ]),
    );
    expect(await liveDocument(flow, 'production')).toBeUndefined();
    expect(map.versions).toHaveLength(1);
  });
});

describe('rolling back', () => {
  const rollBack = (releaseId: string) =>
    inside((tx) => rollBackRelease(tx, { releaseId, rolledBackBy: 'user-ben', note: 'Back' }, checks));

  test('rolling back returns to what was live, as a release that can be rolled back itself', async () => {
    const first = await release('rolled', 'one');
    const second = await release('rolled', 'two', first.definitionId);
    const back = await rollBack(second.releaseId);
    expect(await liveDocument(first.definitionId)).toEqual(valueMap('one'));
    const forth = await rollBack(back.releaseId);
    expect(await liveDocument(first.definitionId)).toEqual(valueMap('two'));
    expect([back.number, forth.number]).toEqual([second.number + 1, second.number + 2]);
  });

  test('rolling back a first release takes the definition out', async () => {
    const first = await release('taken-out', 'one');
    await rollBack(first.releaseId);
    expect(await liveDocument(first.definitionId)).toBeUndefined();
  });

  test('rolling back is refused under a later release, and two at once roll back once', async () => {
    const first = await release('superseded', 'one');
    const second = await release('superseded', 'two', first.definitionId);
    expect(await caught(rollBack(first.releaseId))).toMatchObject({
      code: 'RELEASE_SUPERSEDED',
      message: `Release ${second.number} came after release ${first.number} and moved the same definitions. Roll back that one first.`,
    });
    const results = await Promise.allSettled([rollBack(second.releaseId), rollBack(second.releaseId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await liveDocument(first.definitionId)).toEqual(valueMap('one'));
  });

  test('rolling back is refused while something live needs what would disappear', async () => {
    const map = await release('still-needed', 'one');
    const flow = await create('flow', 'still-needing', lookUp('still-needed'));
    const { changeId } = await open(flow);
    await approve(changeId);
    await publish(changeId);
    const error = await caught(rollBack(map.releaseId));
    expect({ code: error.code, problems: error.problems.map(({ key, code }) => [key, code]) }).toEqual({
      code: 'NOT_PUBLISHABLE',
      problems: [['still-needing', 'UNKNOWN_VALUE_MAP']],
    });
    expect(await liveDocument(map.definitionId)).toEqual(valueMap('one'));
  });

  test('rolling back is refused when what would come back uses something that is no longer live', async () => {
    const map = await release('gone-since', 'one');
    const flow = await create('flow', 'used-it-once', lookUp('gone-since'));
    const publishFlow = async () => {
      const { changeId } = await open(flow);
      await approve(changeId);
      return publish(changeId);
    };
    await publishFlow();
    await release('used-now', 'one');
    await save(flow, lookUp('used-now'), null);
    const second = await publishFlow();
    await rollBack(map.releaseId);
    const error = await caught(rollBack(second.releaseId));
    expect({
      code: error.code,
      message: error.message,
      problems: error.problems.map(({ key, code }) => [key, code]),
    }).toEqual({
      code: 'NOT_PUBLISHABLE',
      message: `Release ${second.number} cannot be taken back: what would come back uses something that Test no longer has.`,
      problems: [['used-it-once', 'UNKNOWN_VALUE_MAP']],
    });
    expect(await liveDocument(flow)).toEqual(lookUp('used-now'));
  });
});
