import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { changeTestKit, caught, checks, lookUp, valueMap } from '../../../testing/db/change-test-kit.ts';
import { discardDraft } from '../definitions/discard-draft.ts';
import { loadDefinition } from '../definitions/load-definition.ts';
import { documentHash } from '../document-hash.ts';
import { draft } from '../schema/index.ts';
import { addDrafts } from './add-drafts.ts';
import { listChanges, loadChange } from './load-change.ts';
import { removeDrafts } from './remove-drafts.ts';
import { approveChange, commentOnChange, requestChanges } from './review-change.ts';
import { submitChange } from './submit-change.ts';
import { withdrawChange } from './withdraw-change.ts';

const { own, inside, create, save, open, submit, approve, publish, release, liveDocument } = await changeTestKit();
afterAll(() => own.close());

describe('a change on its way to production', () => {
  test('it goes from draft to live, and everything is on record', async () => {
    const definitionId = await create('value-map', 'whole-way', valueMap('one'));
    const { changeId, number } = await open(definitionId);
    const { submittedAt, warnings } = await submit(changeId);
    await inside((tx) => commentOnChange(tx, { changeId, reviewedBy: 'user-olga', comment: 'Looks fine' }));
    await inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt, comment: 'Good' }));
    const released = await publish(changeId);
    const versionId = released.versions[0]?.versionId ?? '';
    expect({ warnings, released }).toEqual({
      warnings: [],
      released: {
        releaseId: expect.any(String),
        number: 1,
        versions: [{ definitionId, versionId, number: 1 }],
        warnings: [],
      },
    });
    const loaded = await inside((tx) => loadDefinition(tx, { kind: 'value-map', key: 'whole-way' }));
    expect({ draft: loaded.draft, latest: loaded.latestVersion, live: loaded.live }).toEqual({
      draft: null,
      latest: {
        id: versionId,
        organisationId: own.organisationId,
        definitionId,
        number: 1,
        document: valueMap('one'),
        hash: documentHash(valueMap('one')),
        changeId,
        createdBy: 'user-ben',
        createdAt: expect.any(Date),
      },
      live: [
        {
          environmentId: own.environmentIds.test,
          environmentKey: 'test',
          versionId,
          versionNumber: 1,
          updatedAt: expect.any(Date),
        },
      ],
    });
    const change = await inside((tx) => loadChange(tx, { number }));
    expect(change.change).toMatchObject({ id: changeId, state: 'published', createdByName: 'Ana Ruiz', submittedAt });
    expect(change.reviews.map(({ userName, decision, comment }) => [userName, decision, comment])).toEqual([
      ['Olga Weiss', 'commented', 'Looks fine'],
      ['Ben Okafor', 'approved', 'Good'],
    ]);
    expect(change.items.map(({ key, versionId: made, baseDocument }) => ({ key, made, baseDocument }))).toEqual([
      { key: 'whole-way', made: versionId, baseDocument: null },
    ]);
    const { rows } = await own.db.pool.query<{ actor: string; action: string }>(
      "select actor, action from audit_entry where subject_type = 'change' and subject_id = $1 order by created_at",
      [changeId],
    );
    expect(rows.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'user-ana change.created',
      'user-ana change.drafts-added',
      'user-ana change.submitted',
      'user-olga change.commented',
      'user-ben change.approved',
      'user-ben change.published',
    ]);
    const [listed] = await inside((tx) => listChanges(tx, { states: ['published'], limit: 1 }));
    expect(listed).toMatchObject({ id: changeId, number, itemCount: 1, createdByName: 'Ana Ruiz' });
  });

  test('the same versions go on to the next environment', async () => {
    const first = await release('promoted', 'one');
    const second = await publish(first.changeId, 'production');
    expect(second.versions).toEqual(first.versions);
    expect(await liveDocument(first.definitionId, 'production')).toEqual(valueMap('one'));
    expect(await caught(publish(first.changeId, 'production'))).toMatchObject({ code: 'ALREADY_LIVE' });
  });

  test('what was reviewed is what is published, even when its draft was edited since', async () => {
    const definitionId = await create('value-map', 'frozen', valueMap('reviewed'));
    const { changeId } = await open(definitionId);
    await approve(changeId);
    await save(definitionId, valueMap('later'), 1, 'user-ana');
    const { versions } = await publish(changeId);
    expect(await liveDocument(definitionId)).toEqual(valueMap('reviewed'));
    const [row] = await inside((tx) => tx.select().from(draft).where(eq(draft.definitionId, definitionId)));
    expect(row).toMatchObject({
      document: valueMap('later'),
      revision: 2,
      baseVersionId: versions[0]?.versionId,
    });
  });
});

describe('drafts in a change', () => {
  test('a draft is in one running change at most, even when two changes take it at once', async () => {
    const definitionId = await create('value-map', 'wanted-twice', valueMap('one'));
    const results = await Promise.allSettled([open(definitionId), open(definitionId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'DRAFT_IN_OTHER_CHANGE' });
  });

  test('drafts can be added and removed while the change is open, but not later', async () => {
    const [first, second] = [
      await create('value-map', 'added-first', valueMap('one')),
      await create('value-map', 'added-second', valueMap('two')),
    ];
    const { changeId } = await open(first);
    await inside((tx) => addDrafts(tx, { changeId, definitionIds: [first, second], addedBy: 'user-ana' }));
    await inside((tx) => removeDrafts(tx, { changeId, definitionIds: [first], removedBy: 'user-ana' }));
    const { items } = await inside((tx) => loadChange(tx, { id: changeId }));
    expect(items.map(({ key }) => key)).toEqual(['added-second']);
    await submit(changeId);
    const late = inside((tx) => addDrafts(tx, { changeId, definitionIds: [first], addedBy: 'user-ana' }));
    expect(await caught(late)).toMatchObject({ code: 'CHANGE_STATE', message: expect.stringMatching(/is in review/) });
    const discard = inside((tx) =>
      discardDraft(tx, { definitionId: second, expectedRevision: 1, discardedBy: 'user-ana' }),
    );
    await expect(discard).rejects.toMatchObject({ code: 'DRAFT_IN_REVIEW' });
    await inside((tx) => withdrawChange(tx, { changeId, withdrawnBy: 'user-ana' }));
    expect((await open(second)).number).toBeGreaterThan(0);
  });

  test('leave an open change when they are discarded', async () => {
    const definitionId = await create('value-map', 'left', valueMap('one'));
    const { changeId } = await open(definitionId);
    await inside((tx) => discardDraft(tx, { definitionId, expectedRevision: 1, discardedBy: 'user-ana' }));
    expect(await caught(submit(changeId))).toMatchObject({ code: 'CHANGE_EMPTY' });
  });

  test('a draft that does not exist is named', async () => {
    const unknown = '01a208e6-0000-7000-8000-000000000009';
    expect(await caught(open(unknown))).toMatchObject({ code: 'DRAFT_NOT_FOUND' });
  });
});

describe('submitting', () => {
  test('checks the set as a whole and lists every problem', async () => {
    const map = await create('value-map', 'broken-map', { ...valueMap('one'), entries: [{ key: 1 }] });
    const flow = await create('flow', 'broken-flow', lookUp('no-such-map'));
    const { changeId, number } = await open(map, flow);
    const error = await caught(submit(changeId));
    expect({ code: error.code, message: error.message }).toEqual({
      code: 'CHANGE_INVALID',
      message: `Change ${number} has 3 errors. Correct the drafts, then submit.`,
    });
    expect(error.problems.map(({ key, pointer, code }) => [key, pointer, code])).toEqual(
      expect.arrayContaining([
        ['broken-map', '/entries/0/key', 'SHAPE'],
        ['broken-map', '/entries/0/value', 'NOT_FILLED_IN'],
        ['broken-flow', '/body/0/config/valueMap', 'UNKNOWN_VALUE_MAP'],
      ]),
    );
    expect((await inside((tx) => loadChange(tx, { id: changeId }))).change.state).toBe('open');
  });

  test('accepts a flow and the map it needs together', async () => {
    const map = await create('value-map', 'needed-map', valueMap('one'));
    const flow = await create('flow', 'needing-flow', lookUp('needed-map'));
    const { changeId } = await open(map, flow);
    expect((await submit(changeId)).warnings).toEqual([]);
  });

  test('a submission stops when a draft was saved again after the submitter saw it', async () => {
    const definitionId = await create('value-map', 'moved-on', valueMap('one'));
    const { changeId } = await open(definitionId);
    await save(definitionId, valueMap('two'), 1, 'user-ada');
    const late = inside((tx) =>
      submitChange(tx, { changeId, submittedBy: 'user-ana', expectedRevisions: { [definitionId]: 1 } }, checks),
    );
    expect(await caught(late)).toMatchObject({
      code: 'DRAFT_CHANGED',
      message: expect.stringMatching(/^"moved-on" was saved again by Ada [A-Z]\w+ \(revision 2\)/) as string,
    });
  });

  test('a submission stops when the change holds a draft that the submitter did not see', async () => {
    const seen = await create('value-map', 'seen-draft', valueMap('one'));
    const unseen = await create('value-map', 'unseen-draft', valueMap('one'));
    const { changeId } = await open(seen, unseen);
    const blind = inside((tx) =>
      submitChange(tx, { changeId, submittedBy: 'user-ana', expectedRevisions: { [seen]: 1 } }, checks),
    );
    expect(await caught(blind)).toMatchObject({
      code: 'DRAFT_CHANGED',
      message: '"unseen-draft" is in this change too. Look at it, then submit again.',
    });
  });
});

describe('reviewing', () => {
  test('nobody approves what they worked on', async () => {
    const definitionId = await create('value-map', 'own-work', valueMap('one'));
    await save(definitionId, valueMap('two'), 1, 'user-ben');
    const { changeId, number } = await open(definitionId);
    const { submittedAt } = await submit(changeId);
    for (const reviewedBy of ['user-ana', 'user-ben']) {
      const error = await caught(inside((tx) => approveChange(tx, { changeId, reviewedBy, submittedAt })));
      expect({ code: error.code, message: error.message }).toEqual({
        code: 'OWN_WORK',
        message: `You worked on "own-work" in change ${number}. Another person has to approve it.`,
      });
    }
    await inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ada', submittedAt }));
  });

  test('of two approvers at once, one approves and the other is told', async () => {
    const { changeId } = await open(await create('value-map', 'two-approvers', valueMap('one')));
    const { submittedAt } = await submit(changeId);
    const results = await Promise.allSettled(
      ['user-ben', 'user-ada'].map((reviewedBy) =>
        inside((tx) => approveChange(tx, { changeId, reviewedBy, submittedAt })),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'CHANGE_STATE' });
    expect((await inside((tx) => loadChange(tx, { id: changeId }))).reviews).toHaveLength(1);
  });

  test('a change that was handed back is reviewed again, and a decision about the earlier submission is refused', async () => {
    const definitionId = await create('value-map', 'handed-back', valueMap('one'));
    const { changeId } = await open(definitionId);
    const first = await submit(changeId);
    await inside((tx) =>
      requestChanges(tx, { changeId, reviewedBy: 'user-ben', submittedAt: first.submittedAt, comment: 'Not yet' }),
    );
    await save(definitionId, valueMap('two'), 1, 'user-ana');
    const second = await submit(changeId);
    const stale = inside((tx) =>
      approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt: first.submittedAt }),
    );
    expect(await caught(stale)).toMatchObject({ code: 'CHANGE_RESUBMITTED' });
    await inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt: second.submittedAt }));
    await publish(changeId);
    expect(await liveDocument(definitionId)).toEqual(valueMap('two'));
  });

  test('an unapproved change is not published', async () => {
    const { changeId } = await open(await create('value-map', 'unapproved', valueMap('one')));
    await submit(changeId);
    expect(await caught(publish(changeId))).toMatchObject({ code: 'CHANGE_STATE' });
  });

  test('an approved change that was taken back has to be approved again', async () => {
    const { changeId } = await open(await create('value-map', 'taken-back', valueMap('one')));
    await approve(changeId);
    await inside((tx) => withdrawChange(tx, { changeId, withdrawnBy: 'user-ana', to: 'open' }));
    expect(await caught(publish(changeId))).toMatchObject({ code: 'CHANGE_STATE' });
  });
});
