import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { createDefinition } from '@throughline/core/db/definitions/create-definition';
import { ensureEngineSchema } from '@throughline/core/db/runs/ensure-engine-schema';
import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { runLimits } from '@throughline/core/db/runs/run-limits';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { flowSchema } from '@throughline/core/flow';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
let definitionId: string;

const flow = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    { id: 'shape', name: 'Shape', kind: 'map', config: { mapping: 'a-to-b', input: '$trigger' } },
    { id: 'inner', name: 'Inner', kind: 'lookup', config: { valueMap: 'codes', key: '$trigger.code' } },
  ],
  settings: { businessKey: '$trigger.id', businessLabel: '$trigger.name' },
});

beforeAll(async () => {
  own = await createTestDatabase();
  await ensureEngineSchema(own.url);
  definitionId = await inOrganisation(async (tx) => {
    const createdBy = 'user-ana';
    const mapping = { format: 1, text: '{ "id": id }', source: { kind: 'any' }, target: { kind: 'any' }, tests: [] };
    await createDefinition(tx, { kind: 'mapping', key: 'a-to-b', name: 'A to B', document: mapping, createdBy });
    const codes = { format: 1, entries: [{ key: 'x', value: 'y' }] };
    await createDefinition(tx, { kind: 'value-map', key: 'codes', name: 'Codes', document: codes, createdBy });
    const created = await createDefinition(tx, {
      kind: 'flow',
      key: 'try-me',
      name: 'Try me',
      document: flow,
      createdBy,
    });
    return created.definitionId;
  });
});
afterAll(() => own.close());

const inOrganisation = <Result>(work: Parameters<typeof withOrganisation<Result>>[2]) =>
  withOrganisation(own.db, own.organisationId, work);
const ana = () => callerFor(own, 'user-ana', ['analyst']);
const startAs = (payload: unknown, document: unknown = flow, more: { isConditionSkipped?: boolean } = {}) =>
  ana().designer.startTest({ environment: 'test', definitionId, flow: document, payload, ...more });
const start = async (payload: unknown, document: unknown = flow) => {
  const { runId } = await startAs(payload, document);
  if (runId === null) throw new Error('No test run was started.');
  return runId;
};

test('the surroundings contain every definition with its draft', async () => {
  const { connections, definitions } = await ana().designer.surroundings({ environment: 'test' });
  expect(connections).toEqual([]);
  expect(definitions.map(({ kind, key, isDraft }) => [kind, key, isDraft])).toEqual([
    ['mapping', 'a-to-b', true],
    ['value-map', 'codes', true],
    ['flow', 'try-me', true],
  ]);
  expect(definitions.at(-1)?.document).toEqual(flow);
});

test('a test run uses the flow that is on screen, and the drafts of everything it uses', async () => {
  const changed = { ...flow, description: 'not saved yet' };
  const runId = await start({ id: 'D-1', name: 'First deal', code: 'x' }, changed);
  const [stored] = await inOrganisation((tx) => tx.select().from(run).where(eq(run.id, runId)));
  expect(stored).toMatchObject({
    mode: 'test',
    source: 'test',
    draftDocument: changed,
    businessKey: 'D-1',
    startedBy: 'user-ana',
  });
  expect(Object.keys(stored?.draftPins ?? {}).toSorted()).toEqual(['mapping:a-to-b', 'value-map:codes']);
  expect(await ana().designer.testRun({ runId })).toMatchObject({ id: runId, state: 'queued', steps: [] });
});

test('a test run keeps only the drafts that it can reach, including through flows that it calls', async () => {
  const call = { id: 'next', name: 'Next', kind: 'call', config: { flow: 'reached', input: '$trigger' } };
  const map = { id: 'shape', name: 'Shape', kind: 'map', config: { mapping: 'a-to-b', input: '$trigger' } };
  const called = { format: 2, trigger: { kind: 'call', name: 'Called' }, body: [map], settings: {} };
  await inOrganisation((tx) =>
    createDefinition(tx, { kind: 'flow', key: 'reached', name: 'Reached', document: called, createdBy: 'user-ana' }),
  );
  const runId = await start({ id: 'D-7' }, { ...flow, body: [call] });
  const [stored] = await inOrganisation((tx) => tx.select().from(run).where(eq(run.id, runId)));
  expect(stored?.draftPins).toEqual({
    'flow:reached': called,
    'mapping:a-to-b': expect.objectContaining({ text: '{ "id": id }' }),
    'value-map:codes': expect.anything(),
  });
  await inOrganisation((tx) => tx.delete(run).where(eq(run.id, runId)));
});

test('a test uses the live version of what has no draft', async () => {
  const { db, organisationId, environmentIds } = own;
  const table = { format: 1, entries: [{ key: 'x', value: 'y' }] };
  const of = {
    organisationId,
    environmentId: environmentIds.test,
    kind: 'value-map',
    key: 'live',
    document: table,
  } as const;
  const { versionId } = await publishForTest(db, of);
  const runId = await start({ id: 'D-6' });
  const [stored] = await inOrganisation((tx) => tx.select().from(run).where(eq(run.id, runId)));
  expect(stored?.pins).toEqual({ 'value-map:live': versionId });
  await inOrganisation((tx) => tx.delete(run).where(eq(run.id, runId)));
});

test('a test says if its event would be ignored or refused, and can run it anyway', async () => {
  const picky = { ...flow, trigger: { ...flow.trigger, when: '$trigger.code = "wanted"' } };
  const unreadable = { ...flow, trigger: { ...flow.trigger, when: '$number($trigger.code) > 1' } };
  expect(await startAs({ id: 'D-9', code: 'other' }, picky)).toEqual({
    runId: null,
    ignored: 'This event would be ignored: the condition in “Only when” is false for it.',
  });
  expect(await startAs({ id: 'D-9', code: 'other' }, unreadable)).toEqual({
    runId: null,
    ignored: expect.stringContaining('This event would become an exception'),
  });
  expect(await startAs({ id: 'D-9', code: 'wanted' }, picky)).toEqual({ runId: expect.any(String), ignored: null });
  expect(await startAs({ id: 'D-9', code: 'other' }, picky, { isConditionSkipped: true })).toEqual({
    runId: expect.any(String),
    ignored: null,
  });
  await inOrganisation((tx) => tx.delete(run).where(eq(run.businessKey, 'D-9')));
});

test('a test takes pinned outputs, and what an earlier test of the flow gave before the step where it begins', async () => {
  const earlier = await start({ id: 'D-4' });
  const cut = { $bounded: true, longerThan: 64_000, start: '' };
  await inOrganisation((tx) =>
    tx.insert(stepRun).values([
      {
        runId: earlier,
        stepId: 'shape',
        path: 'shape',
        kind: 'map',
        position: 0,
        state: 'succeeded',
        output: { a: 1 },
      },
      { runId: earlier, stepId: 'inner', path: 'inner', kind: 'lookup', position: 1, state: 'succeeded', output: cut },
    ]),
  );
  const third = { ...flow.body[1], id: 'third', name: 'Third' };
  const longer = { ...flow, body: [...flow.body, third] };
  const targetOf = async (more: object) => {
    const { runId } = await ana().designer.startTest({
      environment: 'test',
      definitionId,
      flow: longer,
      payload: { id: 'D-4' },
      ...more,
    });
    const [stored] = await inOrganisation((tx) =>
      tx
        .select()
        .from(run)
        .where(eq(run.id, runId ?? '')),
    );
    return stored?.target;
  };
  expect(await targetOf({})).toBeNull();
  expect(await targetOf({ pins: { inner: [1] } })).toEqual({ kind: 'test', from: null, given: { inner: [1] } });
  const from = { stepId: 'third', runId: earlier };
  expect(await targetOf({ from })).toEqual({ kind: 'test', from: 'third', given: { shape: { a: 1 } } });
  expect(await targetOf({ from, pins: { shape: 'mine', third: 'own' } })).toEqual({
    kind: 'test',
    from: 'third',
    given: { shape: 'mine' },
  });
  expect(await targetOf({ from: { stepId: 'shape', runId: earlier } })).toEqual({
    kind: 'test',
    from: 'shape',
    given: {},
  });
  await expect(targetOf({ pins: { gone: 1 } })).rejects.toMatchObject({
    message: 'The step “gone” is pinned and not in the flow. Remove its pin.',
  });
  await expect(targetOf({ pins: { inner: 'x'.repeat(500_000) } })).rejects.toMatchObject({
    message: 'The pinned outputs are larger than 500,000 characters. Shorten them.',
  });
  await expect(targetOf({ from: { stepId: 'gone', runId: null } })).rejects.toMatchObject({
    message: expect.stringMatching(/^A test cannot begin here/),
  });
  await inOrganisation((tx) => tx.delete(run).where(eq(run.businessKey, 'D-4')));
});

test('an incomplete flow does not run, and the answer says what to do', async () => {
  const incomplete = { ...flow, body: [{ ...flow.body[0], config: { mapping: '', input: '$trigger' } }] };
  await expect(start({}, incomplete)).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
});

test('earlier test inputs are samples, each payload once', async () => {
  await start({ id: 'D-2', name: 'Second deal' });
  await start({ id: 'D-2', name: 'Second deal' });
  const samples = await ana().designer.samples({ environment: 'test', definitionId });
  expect(samples.map(({ origin, label, payload }) => ({ origin, label, payload }))).toEqual([
    { origin: 'test', label: 'Second deal', payload: { id: 'D-2', name: 'Second deal' } },
    { origin: 'test', label: 'First deal', payload: { id: 'D-1', name: 'First deal', code: 'x' } },
  ]);
  expect(await ana().designer.samples({ environment: 'production', definitionId })).toEqual([]);
});

test('inputs of a mapping’s steps are its samples, in the environment they happened', async () => {
  const runId = await start({ id: 'D-3', name: 'Third deal' });
  await inOrganisation((tx) =>
    tx.insert(stepRun).values([
      { runId, stepId: 'shape', path: 'shape', kind: 'map', position: 0, state: 'succeeded', input: { id: 'D-3' } },
      {
        runId,
        stepId: 'inner',
        path: 'inner',
        kind: 'lookup',
        position: 1,
        state: 'succeeded',
        input: 'x',
        output: 'y',
      },
    ]),
  );
  const samples = await ana().mapper.samples({ environment: 'test', key: 'a-to-b' });
  expect(samples.map(({ label, input }) => ({ label, input }))).toEqual([
    { label: 'Third deal', input: { id: 'D-3' } },
  ]);
  expect(await ana().mapper.samples({ environment: 'production', key: 'a-to-b' })).toEqual([]);
  expect(await ana().designer.testRun({ runId })).toMatchObject({
    stepCount: 2,
    steps: [
      { stepId: 'shape', state: 'succeeded', taken: null, items: null },
      { stepId: 'inner', state: 'succeeded' },
    ],
  });
  expect(await ana().designer.testStep({ runId, path: 'shape' })).toEqual({
    path: 'shape',
    input: { id: 'D-3' },
    output: null,
    retries: [],
  });
  expect(await ana().designer.testStep({ runId, path: 'nowhere' })).toBeNull();
  expect(await ana().designer.testOutputs({ runId })).toEqual({ inner: 'y' });
});

test('when no more tests may run, no expression of another one is evaluated', async () => {
  const never = { ...flow, trigger: { ...flow.trigger, when: 'false' } };
  const running = () => inOrganisation((tx) => tx.$count(run, isNull(run.finishedAt)));
  while ((await running()) < runLimits.tests) await start({ id: 'D-8' });
  await expect(startAs({ id: 'D-8' }, never)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});
