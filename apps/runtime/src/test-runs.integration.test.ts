import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestRun } from '@throughline/core/db/runs/start-test-run';
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
