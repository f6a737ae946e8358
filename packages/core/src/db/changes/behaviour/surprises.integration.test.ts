import { afterAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { caught, changeTestKit, checks, valueMap } from '../../../../testing/db/change-test-kit.ts';
import type { SurpriseIdentity, VerdictKind } from '../../../mapping/behaviour/surprises.ts';
import { withOrganisation } from '../../client.ts';
import { run, stepRun, surpriseVerdict } from '../../schema/index.ts';
import { seedOrganisation } from '../../seed-organisation.ts';
import { publishChange } from '../publish-change.ts';
import { approveChange } from '../review-change.ts';
import { submitChange } from '../submit-change.ts';
import { withdrawChange } from '../withdraw-change.ts';
import { compareBehaviour, type MappingBehaviour } from './compare-behaviour.ts';
import { judgeSurprises } from './judge-surprises.ts';
import { loadComparison } from './load-comparison.ts';
import { loadVerdicts } from './load-verdicts.ts';

const { own, inside, create, save, open, submit, approve, publish } = await changeTestKit();
afterAll(() => own.close());

const any = { kind: 'any' };
const mapping = (text: string, tests: readonly { name: string; input: unknown; expected: unknown }[] = []) => ({
  format: 1,
  text,
  source: any,
  target: any,
  tests,
});

/** A published mapping with the flow that applies it; the mapping's next draft is in an open change. */
const changed = async (key: string, before: string, after: string, tests: Parameters<typeof mapping>[1] = []) => {
  const definitionId = await create('mapping', key, mapping(before));
  const flowId = await create('flow', `${key}-flow`, {
    format: 1,
    description: '',
    trigger: { kind: 'manual', name: 'By hand' },
    body: [{ id: 'convert', kind: 'map', name: 'Convert', config: { mapping: key, input: '$trigger' } }],
    settings: {},
  });
  const first = await open(definitionId, flowId);
  await approve(first.changeId);
  await publish(first.changeId);
  await save(definitionId, mapping(after, tests), null);
  return { definitionId, flowId, ...(await open(definitionId)) };
};

/** A run of the flow that applied the mapping to this input. */
const ran = (flowId: string, input: unknown, more: Partial<typeof run.$inferInsert> = {}) =>
  inside(async (tx) => {
    const [made] = await tx
      .insert(run)
      .values({
        environmentId: own.environmentIds.test,
        definitionId: flowId,
        pins: {},
        source: 'manual',
        trigger: {},
        businessLabel: 'Record',
        ...more,
      })
      .returning({ id: run.id });
    const runId = made?.id ?? '';
    const step = { stepId: 'convert', path: 'convert', kind: 'map', position: 1, state: 'succeeded' as const };
    await tx.insert(stepRun).values({ runId, ...step, input });
    return runId;
  });

const compare = async (changeId: string) => compareBehaviour(await inside((tx) => loadComparison(tx, changeId)));

const identitiesIn = (behaviours: readonly MappingBehaviour[]): SurpriseIdentity[] =>
  behaviours.flatMap(({ definitionId, content, report }) =>
    report.fields.map(({ field, counts }) => ({
      definitionId,
      content,
      field,
      effects: Object.keys(counts) as SurpriseIdentity['effects'],
    })),
  );

const judge = (
  changeId: string,
  surprises: readonly SurpriseIdentity[],
  kind: VerdictKind = 'accepted',
  judgedBy = 'user-ben',
) => inside((tx) => judgeSurprises(tx, { changeId, surprises, kind, judgedBy, reason: 'As agreed.' }));

const approveIt = (changeId: string, submittedAt: Date, compared?: readonly MappingBehaviour[]) =>
  inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt }, undefined, compared));

const refusal = async (work: Promise<unknown>) => {
  const { code, message } = await caught(work);
  return { code, message };
};

test('a changed output stops the approval until an approver accepts it by name', async () => {
  const tests = [{ name: 'Deal', input: { tax: '19', net: 5 }, expected: { code: 'R19', total: 5 } }];
  const { changeId, number, definitionId } = await changed(
    'tax',
    '{ "code": "V" & tax, "total": net }',
    '{ "code": "R" & tax, "total": net }',
    tests,
  );
  const { submittedAt } = await submit(changeId);
  const [behaviour] = await compare(changeId);
  expect(behaviour).toEqual({
    definitionId,
    key: 'tax',
    name: 'tax',
    content: expect.stringMatching(/^[0-9a-f]{64}$/),
    valueMaps: [],
    leftOut: 0,
    recordsLeftOut: 0,
    report: {
      compared: 1,
      fromTests: 1,
      different: 1,
      failInBoth: 0,
      fields: [
        {
          field: 'code',
          records: 1,
          counts: { changed: 1 },
          examples: [{ sample: 'Deal', origin: 'test', effect: 'changed', before: '"V19"', after: '"R19"' }],
        },
      ],
    },
  });
  const surprises = identitiesIn(behaviour === undefined ? [] : [behaviour]);
  expect(await refusal(approveIt(changeId, submittedAt))).toEqual({
    code: 'SURPRISES_OPEN',
    message: `Change ${number} cannot be approved: 1 changed output is not accepted yet (code of "tax"). Look at each under Behaviour, and accept it or request changes.`,
  });
  await judge(changeId, surprises, 'expected', 'user-ana');
  expect((await refusal(approveIt(changeId, submittedAt))).code).toBe('SURPRISES_OPEN');
  expect((await refusal(judge(changeId, surprises, 'accepted', 'user-ana'))).code).toBe('OWN_WORK');
  await judge(changeId, surprises, 'rejected');
  expect((await refusal(approveIt(changeId, submittedAt))).message).toContain(
    '1 changed output is rejected (code of "tax")',
  );
  await judge(changeId, surprises);
  await approveIt(changeId, submittedAt);
  await publish(changeId);
  expect((await compare(changeId))[0]?.report.fields.map(({ field }) => field)).toEqual(['code']);
  await publish(changeId, 'production');
  const { rows } = await own.db.pool.query<{ actor: string; action: string; details: unknown }>(
    `select actor, action, details from audit_entry where subject_id = $1 and action like 'change.surprises%' order by id`,
    [changeId],
  );
  expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
    ['user-ana', 'change.surprises-expected'],
    ['user-ben', 'change.surprises-rejected'],
    ['user-ben', 'change.surprises-accepted'],
  ]);
  expect(rows[2]?.details).toEqual({ number, fields: ['tax: code'] });
});

test('records of recent runs are compared, masked, and neither removed data nor shortened payloads are', async () => {
  const { changeId, flowId } = await changed(
    'people',
    '{ "mail": email, "n": n }',
    '{ "mail": email, "n": n, "x": email }',
  );
  await ran(flowId, { email: 'jane.doe@client.example', n: 1 }, { businessLabel: 'Deal of jane.doe@client.example' });
  await ran(flowId, { email: 'removed@client.example', n: 2 }, { dataRemovedAt: new Date() });
  await ran(flowId, { $bounded: true, longerThan: 64_000, start: '{' });
  await ran(flowId, { email: 'in-production@client.example', n: 3 }, { environmentId: own.environmentIds.production });
  const [behaviour] = await compare(changeId);
  expect(behaviour?.report).toMatchObject({ compared: 2, fromTests: 0, different: 2 });
  expect(behaviour?.report.fields.map(({ field, counts }) => [field, counts])).toEqual([['x', { filled: 2 }]]);
  expect(JSON.stringify(behaviour)).not.toMatch(/jane|in-production/);
});

test('what was compared must be what is decided on', async () => {
  const { changeId, definitionId, number } = await changed('moving', '{ "a": 1 }', '{ "a": 2 }', [
    { name: 'One', input: {}, expected: { a: 2 } },
  ]);
  await submit(changeId);
  const earlier = await compare(changeId);
  const surprises = identitiesIn(earlier);
  await inside((tx) => withdrawChange(tx, { changeId, withdrawnBy: 'user-ana', to: 'open' }));
  expect((await refusal(judge(changeId, surprises))).code).toBe('CHANGE_STATE');
  await save(definitionId, mapping('{ "a": 3 }'), 2);
  const { submittedAt } = await inside((tx) => submitChange(tx, { changeId, submittedBy: 'user-ana' }, checks));
  expect(await refusal(judge(changeId, surprises))).toEqual({
    code: 'CONTENT_CHANGED',
    message: `Change ${number} holds something else by now than what was compared. Look at the new comparison, then decide.`,
  });
  expect(await refusal(approveIt(changeId, submittedAt, earlier))).toEqual({
    code: 'CONTENT_CHANGED',
    message: 'The change was altered while its outputs were compared. Look at it, then approve again.',
  });
  expect(await refusal(approveIt(changeId, submittedAt, []))).toMatchObject({ code: 'CONTENT_CHANGED' });
});

test('a record that shows another effect after the approval stops the release until it is accepted too', async () => {
  const { changeId, flowId, number } = await changed('later', '{ "a": a }', '{ "a": $required(a, "A_MISSING") }');
  const { submittedAt } = await submit(changeId);
  await approveIt(changeId, submittedAt);
  await ran(flowId, { other: 1 });
  const environmentId = own.environmentIds.test;
  const compared = await compare(changeId);
  const release = inside((tx) =>
    publishChange(tx, { changeId, environmentId, publishedBy: 'user-ben' }, checks, undefined, compared),
  );
  expect(await refusal(release)).toEqual({
    code: 'SURPRISES_OPEN',
    message: `Change ${number} cannot be published: 1 changed output is not accepted yet (the whole result of "later"). Look at each under Behaviour, and accept it or request changes.`,
  });
  await judge(changeId, identitiesIn(compared));
  await publish(changeId);
});

test('a value map changes the outputs of published mappings that use it', async () => {
  const map = await create('value-map', 'codes', valueMap('one'));
  const tests = [{ name: 'A', input: { of: 'a' }, expected: { code: 'one' } }];
  const reader = await create('mapping', 'codes-reader', mapping('{ "code": $valueMap("codes", of) }', tests));
  const first = await open(map, reader);
  await approve(first.changeId);
  await publish(first.changeId);
  await save(
    map,
    {
      format: 1,
      description: '',
      entries: [
        { key: 'a', value: 'one' },
        { key: 'b', value: 'two' },
      ],
    },
    null,
  );
  const added = await open(map);
  expect(
    (await compare(added.changeId)).map(({ key, valueMaps, report }) => [
      key,
      valueMaps,
      report.compared,
      report.fields,
    ]),
  ).toEqual([['codes-reader', ['codes'], 1, []]]);
  await save(map, valueMap('two'), 2);
  expect(
    (await compare(added.changeId)).map(({ key, report }) => [key, report.fields.map(({ field }) => field)]),
  ).toEqual([['codes-reader', ['code']]]);
});

test('the verdict that is written last counts, whichever transaction began first, and there is a most of them', async () => {
  const tests = [{ name: 'One', input: {}, expected: { a: 2 } }];
  const { changeId, number } = await changed('judged-twice', '{ "a": 1 }', '{ "a": 2 }', tests);
  await submit(changeId);
  const surprises = identitiesIn(await compare(changeId));
  await inside(async (tx) => {
    await judge(changeId, surprises);
    await judgeSurprises(tx, { changeId, surprises, kind: 'rejected', judgedBy: 'user-ben', reason: 'No.' });
  });
  const verdicts = await inside((tx) => loadVerdicts(tx, changeId));
  expect(verdicts.map(({ kind }) => kind)).toEqual(['accepted', 'rejected']);
  await inside(async (tx) => {
    const row = {
      ...surprises[0],
      changeId,
      kind: 'expected',
      userId: 'user-ana',
    } as typeof surpriseVerdict.$inferInsert;
    await tx.insert(surpriseVerdict).values(Array.from({ length: 1_997 }, () => row));
  });
  await judge(changeId, surprises);
  expect(await refusal(judge(changeId, surprises))).toEqual({
    code: 'TOO_MANY_VERDICTS',
    message: `Change ${number} cannot hold more than 2000 verdicts about changed outputs. Put what still has to be decided into a smaller change.`,
  });
});

test('another organisation neither gives records nor judges', async () => {
  const { changeId, flowId } = await changed('apart', '{ "a": a }', '{ "a": a + 1 }');
  await submit(changeId);
  const surprises = identitiesIn(await compare(changeId));
  expect(surprises).toEqual([]);
  const stranger = await seedOrganisation(own.db, {
    key: 'stranger',
    name: 'Stranger Ltd',
    people: [{ id: 'user-sam', name: 'Sam Stranger', email: 'sam@stranger.example', roles: ['admin'] }],
  });
  const elsewhere = <Result>(work: Parameters<typeof withOrganisation<Result>>[2]) =>
    withOrganisation(own.db, stranger.organisationId, work);
  await elsewhere(async (tx) => {
    const environmentId = stranger.environmentIds.test;
    const [made] = await tx
      .insert(run)
      .values({ environmentId, definitionId: flowId, pins: {}, source: 'manual', trigger: {} })
      .returning();
    const step = { stepId: 'convert', path: 'convert', kind: 'map', position: 1, state: 'succeeded' as const };
    await tx.insert(stepRun).values({ runId: made?.id ?? '', ...step, input: { a: 1 } });
  });
  expect((await compare(changeId))[0]?.report.compared).toBe(0);
  await ran(flowId, { a: 1 });
  const found = identitiesIn(await compare(changeId));
  expect(found.map(({ field }) => field)).toEqual(['a']);
  const foreign = elsewhere((tx) =>
    judgeSurprises(tx, { changeId, surprises: found, kind: 'accepted', judgedBy: 'user-sam', reason: '' }),
  );
  expect((await caught(foreign)).code).toBe('CHANGE_NOT_FOUND');
  await judge(changeId, found);
  const visible = await elsewhere((tx) =>
    tx.select().from(surpriseVerdict).where(eq(surpriseVerdict.changeId, changeId)),
  );
  expect(visible).toEqual([]);
});

test('ten thousand samples and a mapping that never ends are bounded', async () => {
  const bomb = '($loop := function($n) { $loop($n + 1) }; { "a": $loop(n) })';
  const { changeId, definitionId, flowId } = await changed('bombed', '{ "a": n }', bomb);
  const tests = Array.from({ length: 10_000 }, (_, n) => ({ name: `Sample ${n}`, input: { n }, expected: { a: n } }));
  await save(definitionId, mapping(bomb, tests), 2);
  await inside(async (tx) => {
    const [made] = await tx
      .insert(run)
      .values({
        environmentId: own.environmentIds.test,
        definitionId: flowId,
        pins: {},
        source: 'manual',
        trigger: {},
      })
      .returning();
    const runId = made?.id ?? '';
    const step = { runId, stepId: 'convert', kind: 'map', state: 'succeeded' as const };
    await tx
      .insert(stepRun)
      .values(Array.from({ length: 50 }, (_, n) => ({ ...step, path: `convert[${n}]`, position: n, input: { n } })));
  });
  const comparison = await inside((tx) => loadComparison(tx, changeId));
  expect(comparison.mappings.map(({ samples, leftOut }) => [samples.length, leftOut])).toEqual([[210, 9_800]]);
  const [behaviour] = await compareBehaviour(comparison, { stepsPerEvaluation: 10_000, steps: 100_000 });
  const [whole] = behaviour?.report.fields ?? [];
  const { failed = 0, 'not-compared': notCompared = 0 } = whole?.counts ?? {};
  expect({ isBounded: failed < 20, together: failed + notCompared, field: whole?.field }).toEqual({
    isBounded: true,
    together: 210,
    field: '',
  });
});

test('a version that needs too much memory, or does not answer, is reported as not compared', async () => {
  // The thread itself starts with less than a quarter of this memory, and the text needs several times as much.
  const heavy = '$map([1..1000000], function($n) { { "a": $n, "b": [$n, $n], "c": $string($n) } })';
  const { changeId } = await changed('heavy', '{ "a": 1 }', heavy, [{ name: 'Heavy', input: {}, expected: 1 }]);
  const comparison = await inside((tx) => loadComparison(tx, changeId));
  const whole = async (limits: Parameters<typeof compareBehaviour>[1]) =>
    (await compareBehaviour(comparison, limits))[0]?.report.fields;
  const because = (why: string) => [
    {
      field: '',
      records: 1,
      counts: { 'not-compared': 1 },
      examples: [
        {
          sample: 'Heavy',
          origin: 'test',
          effect: 'not-compared',
          after: `A version of the mapping was stopped on this input, because it ${why}.`,
        },
      ],
    },
  ];
  let stopped = 0;
  const onStopped = () => (stopped += 1);
  expect(await whole({ megabytes: 64, stepsPerEvaluation: Infinity, steps: Infinity, onStopped })).toEqual(
    because('needs too much memory'),
  );
  expect(stopped).toBe(1);
  const controller = new AbortController();
  const aborted = compareBehaviour(comparison, { signal: controller.signal });
  controller.abort(new Error('The page was left.'));
  await expect(aborted).rejects.toThrow('The page was left.');
});
