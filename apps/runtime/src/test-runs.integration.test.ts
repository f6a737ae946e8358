import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestRun, type StartTestRunInput } from '@throughline/core/db/runs/start-test-run';
import { flowSchema, type FlowInput } from '@throughline/core/flow';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.calls.length = 0;
});

const write = (id: string, more: object = {}) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: '$trigger.id' },
    record: '{ "name": $trigger.name, "terms": $trigger.terms }',
    ...more,
  });

const needsTerms = step('check', 'complete', {
  rules: [{ code: 'TERMS_MISSING', message: 'Terms missing.', assert: '$exists($trigger.terms)' }],
});

describe('test run', () => {
  it('reads for real, and answers with what writes and messages would do', async () => {
    const { definitionId } = await world.flow('tried', [write('save')]);
    world.system.add('Thing', { id: 'there', externalId: 'X-1', name: 'Old', terms: 'Net 30' });
    const draft: FlowInput = {
      format: 1,
      trigger: { kind: 'manual', name: 'By hand' },
      body: [
        step('map', 'shape', { mapping: 'draft-shape', input: '$trigger' }),
        write('save', { record: '{ "name": $steps.shape.name, "terms": "Net 30" }' }),
        write('make', { identity: { externalId: '"X-new"' } }),
        step('publish', 'say', { type: 'thing.tried', subject: '"s"', data: '{}' }),
        step('notify', 'tell', { to: '"a@example.com"', subject: '"S"', body: '"B"' }),
        step('approve', 'ask', { question: '"?"', role: 'admin' }),
        step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } }),
        respond('answer', '[$steps.save.effect, $steps.make.effect, $steps.ask.decision]'),
      ],
    };
    const runId = await world.tx((tx) =>
      startTestRun(tx, {
        environmentId: world.database.environmentIds.test,
        definitionId,
        flow: flowSchema.parse(draft),
        draftPins: {
          'mapping:draft-shape': {
            format: 1,
            text: '{ "name": "New " & name }',
            source: { kind: 'any' },
            target: { kind: 'any' },
            tests: [],
          },
        },
        payload: { id: 'X-1', name: 'Quay' },
        startedBy: 'user-ana',
      }),
    );
    expect(await world.ended(runId)).toMatchObject({
      state: 'succeeded',
      mode: 'test',
      output: { body: ['updated', 'created', 'approved'] },
    });
    expect(await world.output(runId, 'save')).toEqual({
      id: 'there',
      effect: 'updated',
      externalId: 'X-1',
      would: {
        operation: 'update',
        record: { name: 'New Quay', terms: 'Net 30' },
        changes: [{ pointer: '/name', expected: 'New Quay', actual: 'Old' }],
        requests: [
          {
            method: 'PUT',
            url: 'https://fake.example/Thing/there',
            headers: { authorization: '•••', accept: 'application/json' },
            body: { name: 'New Quay', terms: 'Net 30' },
          },
        ],
      },
    });
    expect(await world.output(runId, 'make')).toMatchObject({ id: 'test:X-new', would: { operation: 'upsert' } });
    expect(await world.output(runId, 'say')).toEqual({
      eventId: null,
      would: { publish: { type: 'thing.tried', subject: 's', data: {} } },
    });
    expect(world.system.effects).toEqual([]);
  });

  describe('with limits', () => {
    const lookup = (id: string, key: string) =>
      step('lookup', id, { valueMap: 'codes', key, onMissing: 'null', missingCode: 'NONE' });
    const flow = flowSchema.parse({
      format: 1,
      trigger: { kind: 'manual', name: 'x' },
      body: [
        write('save'),
        {
          ...(step('branch', 'way', {
            cases: [{ slot: 'gb', title: 'GB', when: '$steps.save.id = "made"' }],
          }) as object),
          bodies: { gb: [lookup('inGb', '$trigger.name')], otherwise: [lookup('elsewhere', '"x"')] },
        },
        {
          ...(step('for-each', 'loop', { items: '$trigger.lines' }) as object),
          bodies: { each: [lookup('pinnedInLoop', '"x"')] },
        },
        respond('answer', '{ "save": $steps.save.id, "inGb": $steps.inGb, "loop": $steps.loop }'),
      ],
      settings: {},
    });
    const tried = async (target: StartTestRunInput['target'], payload: object = { id: 'X', lines: [1, 2] }) => {
      const { definitionId } = await world.flow(`limited-${crypto.randomUUID().slice(0, 8)}`, [write('save')]);
      const runId = await world.tx((tx) =>
        startTestRun(tx, {
          environmentId: world.database.environmentIds.test,
          definitionId,
          flow,
          payload,
          startedBy: 'user-ana',
          target,
          draftPins: { 'value-map:codes': { format: 1, entries: [{ key: 'Quay', value: 'Q' }] } },
        }),
      );
      const run = await world.ended(runId);
      const steps = await world.steps(runId);
      return {
        state: run.state,
        output: run.output,
        steps: steps.map(({ path, state }) => `${path} ${state}`).toSorted((a, b) => a.localeCompare(b)),
      };
    };

    it('takes a pinned output instead of executing the step, in every item of a loop', async () => {
      expect(await tried({ kind: 'test', from: null, given: { save: { id: 'made' }, pinnedInLoop: 'given' } })).toEqual(
        {
          state: 'succeeded',
          output: { status: 200, body: { save: 'made', inGb: null, loop: ['given', 'given'] } },
          steps: [
            'answer succeeded',
            'inGb succeeded',
            'loop succeeded',
            'loop[0].pinnedInLoop pinned',
            'loop[1].pinnedInLoop pinned',
            'save pinned',
            'way succeeded',
          ],
        },
      );
      expect(world.system.effects).toEqual([]);
      expect(world.system.calls).toEqual([]);
    });

    it('begins at a step, on the way that leads to it, with what is known of the steps before', async () => {
      const payload = { id: 'X', name: 'Quay', lines: [1, 2] };
      expect(await tried({ kind: 'test', from: 'inGb', given: { save: { id: 'other' } } }, payload)).toEqual({
        state: 'succeeded',
        output: { status: 200, body: { save: 'other', inGb: 'Q', loop: [null, null] } },
        steps: [
          'answer succeeded',
          'inGb succeeded',
          'loop succeeded',
          'loop[0].pinnedInLoop succeeded',
          'loop[1].pinnedInLoop succeeded',
          'save pinned',
          'way succeeded',
        ],
      });
      expect(world.system.calls).toEqual([]);
    });

    it('shows what is passed by on the way to a later step', async () => {
      const { steps, output } = await tried({ kind: 'test', from: 'answer', given: { inGb: 'known' } });
      expect(output).toEqual({ status: 200, body: { inGb: 'known' } });
      expect(steps).toEqual([
        'answer succeeded',
        'elsewhere skipped',
        'inGb pinned',
        'loop skipped',
        'save skipped',
        'way skipped',
      ]);
    });
  });

  it('leaves no exception behind when it stops', async () => {
    const { definitionId } = await world.flow('tried-bad', [needsTerms]);
    const flow = flowSchema.parse({ format: 1, trigger: { kind: 'manual', name: 'x' }, body: [needsTerms] });
    const runId = await world.tx((tx) =>
      startTestRun(tx, {
        environmentId: world.database.environmentIds.test,
        definitionId,
        flow,
        payload: {},
        startedBy: 'user-ana',
      }),
    );
    expect(await world.ended(runId)).toMatchObject({ state: 'failed', errorCode: 'TERMS_MISSING' });
    expect(await world.exceptions(runId)).toEqual([]);
  });
});
