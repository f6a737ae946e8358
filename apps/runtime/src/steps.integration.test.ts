import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notification, publishedEvent } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
});

/** The run's answer, or the code and sentence of what stopped it. */
async function answerOf(key: string, payload: unknown = {}): Promise<unknown> {
  const ended = await world.runThrough(key, payload);
  return ended.state === 'succeeded'
    ? (ended.output as { body?: unknown }).body
    : { state: ended.state, code: ended.errorCode, message: ended.errorMessage };
}

describe('map', () => {
  it('applies a mapping to its input, with value maps and the clock of the run', async () => {
    await world.publish('value-map', 'terms', { format: 1, entries: [{ key: 'Net 30', value: '2' }] });
    await world.publish('mapping', 'shape', {
      format: 1,
      text: '{ "name": $uppercase(name), "terms": $valueMap("terms", terms), "isNow": $now() = $flow.startedAt }',
      source: { kind: 'any' },
      target: { kind: 'any' },
      tests: [],
    });
    await world.flow('maps', [
      step('map', 'shape', { mapping: 'shape', input: '$trigger.deal' }),
      respond('answer', '$steps.shape'),
    ]);
    expect(await answerOf('maps', { deal: { name: 'quay', terms: 'Net 30' } })).toEqual({
      name: 'QUAY',
      terms: '2',
      isNow: true,
    });
  });

  it('stops with the mapping’s own sentence', async () => {
    await world.publish('mapping', 'broken', {
      format: 1,
      text: '$sum(name)',
      source: { kind: 'any' },
      target: { kind: 'any' },
      tests: [],
    });
    await world.flow('maps-broken', [step('map', 'shape', { mapping: 'broken', input: '$trigger' })]);
    expect(await answerOf('maps-broken', { name: 'x' })).toMatchObject({ state: 'failed', code: 'MAPPING_FAILED' });
  });

  it('says which definition is not published', async () => {
    await world.flow('maps-nothing', [step('map', 'shape', { mapping: 'nowhere', input: '$trigger' })]);
    expect(await answerOf('maps-nothing')).toEqual({
      state: 'failed',
      code: 'DEFINITION_NOT_PUBLISHED',
      message: 'The mapping "nowhere" has no published version in this environment. Publish it, then replay.',
    });
  });
});

describe('check', () => {
  it('names every rule that does not hold, with the payload to edit', async () => {
    await world.flow('checks', [
      step('check', 'rules', {
        rules: [
          { code: 'TERMS_MISSING', message: 'Terms missing.', assert: '$exists($trigger.terms)' },
          { code: 'NAME_MISSING', message: 'Name missing.', assert: '$exists($trigger.name)' },
          { code: 'REGION_MISSING', message: 'Region missing.', assert: '$trigger.region' },
        ],
        payload: '{ "name": $trigger.name, "terms": null }',
      }),
    ]);
    const ended = await world.runThrough('checks', { name: 'Quay', region: '' });
    const [exception] = await world.exceptions(ended.id);
    expect(exception).toMatchObject({
      state: 'open',
      stepId: 'rules',
      path: 'rules',
      code: 'TERMS_MISSING',
      message: 'Terms missing. Region missing.',
      details: [
        { code: 'TERMS_MISSING', message: 'Terms missing.' },
        { code: 'REGION_MISSING', message: 'Region missing.' },
      ],
      payload: { name: 'Quay', terms: null },
    });
  });
});

describe('branch, lookup, raise and onError', () => {
  beforeAll(async () => {
    await world.publish('value-map', 'region', {
      format: 1,
      entries: [{ key: 'GB', value: 'UK' }],
    });
    await world.flow('branches', [
      step(
        'branch',
        'which',
        { cases: [{ slot: 'big', title: 'Big', when: '$trigger.amount > 100' }] },
        {
          bodies: {
            big: [step('raise', 'stop', { code: 'TOO_BIG', message: '"Too big: " & $trigger.amount' })],
            otherwise: [
              step(
                'lookup',
                'region',
                { valueMap: 'region', key: '$trigger.country' },
                {
                  bodies: { onError: [respond('handled', '{ "because": $error, "left": $steps.region.error.code }')] },
                },
              ),
            ],
          },
        },
      ),
      step(
        'branch',
        'done',
        { cases: [{ slot: 'ok', title: 'ok', when: '$exists($steps.region.error)' }] },
        {
          bodies: { ok: [], otherwise: [respond('answer', '$steps.region')] },
        },
      ),
    ]);
  });

  it('takes the first case that holds', async () => {
    expect(await answerOf('branches', { amount: 200 })).toEqual({
      state: 'failed',
      code: 'TOO_BIG',
      message: 'Too big: 200',
    });
  });

  it('takes the other way when no case holds', async () => {
    expect(await answerOf('branches', { amount: 1, country: 'GB' })).toBe('UK');
  });

  it('lets onError take over, and continues after the step', async () => {
    expect(await answerOf('branches', { amount: 1, country: 'FR' })).toEqual({
      because: {
        code: 'VALUE_NOT_MAPPED',
        message: 'The value map "region" has no entry for "FR". Add one, or correct the value in the source.',
        step: 'region',
      },
      left: 'VALUE_NOT_MAPPED',
    });
  });
});

describe('read', () => {
  it('reads one by id, external id and fields, and walks a list to its end', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      world.system.add('Thing', { id: name, externalId: `x-${name}`, taxNumber: `t-${name}`, group: 'g' });
    }
    const read = (id: string, find: unknown, more = {}) =>
      step('read', id, { connection: 'fake', object: 'Thing', find, ...more });
    await world.flow('reads', [
      read('byId', { by: 'id', value: '"a"' }),
      read('byExternal', { by: 'external-id', value: '"x-b"' }),
      read('byField', { by: 'fields', fields: { taxNumber: '"t-c"' } }),
      read('list', { by: 'list', where: { group: '"g"' } }),
      read('missing', { by: 'id', value: '"zz"' }, { onMissing: 'null' }),
      read('empty', { by: 'fields', fields: { taxNumber: '$trigger.nothing' } }, { onMissing: 'null' }),
      respond(
        'answer',
        '[$steps.byId.id, $steps.byExternal.id, $steps.byField.id, $steps.list.id, $steps.missing, $steps.empty]',
      ),
    ]);
    expect(await answerOf('reads')).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'd', 'e', null, null]);
  });

  it('stops with the step’s own code when the record is missing', async () => {
    await world.flow('reads-missing', [
      step('read', 'account', {
        connection: 'fake',
        object: 'Thing',
        find: { by: 'id', value: '"zz"' },
        missingCode: 'ACCOUNT_MISSING',
      }),
    ]);
    expect(await answerOf('reads-missing')).toEqual({
      state: 'failed',
      code: 'ACCOUNT_MISSING',
      message: 'No Thing was found for id zz.',
    });
  });
});

describe('parallel', () => {
  it('runs branches side by side, and later steps see what they did', async () => {
    const write = (id: string) =>
      step('write', id, {
        connection: 'fake',
        object: 'Thing',
        operation: 'upsert',
        identity: { externalId: `"${id}"` },
        record: '{ "name": "n" }',
      });
    // Each write waits for the other one, so both go through only when they run side by side.
    const arrived: string[] = [];
    world.system.beforeWrite = async () => {
      arrived.push('here');
      await waitUntil('both writes under way', () => (arrived.length >= 2 ? true : undefined));
    };
    await world.flow('parallels', [
      step(
        'parallel',
        'both',
        {
          branches: [
            { slot: 'left', title: 'Left' },
            { slot: 'right', title: 'Right' },
          ],
        },
        { bodies: { left: [write('writeLeft')], right: [write('writeRight')] } },
      ),
      respond('answer', '[$steps.writeLeft.effect, $steps.writeRight.effect]'),
    ]);
    expect(await answerOf('parallels')).toEqual(['created', 'created']);
    world.system.beforeWrite = () => Promise.resolve();
    expect(world.system.effects.toSorted()).toEqual(['created Thing writeLeft', 'created Thing writeRight']);
  });
});

describe('for-each', () => {
  const each = (config: object) => [
    step(
      'for-each',
      'lines',
      { items: '$trigger.lines', ...config },
      {
        bodies: {
          each: [
            step('check', 'valid', {
              rules: [{ code: 'BAD_LINE', message: 'Bad line.', assert: '$item.name != "bad"' }],
            }),
            step('write', 'save', {
              connection: 'fake',
              object: 'Thing',
              operation: 'upsert',
              identity: { externalId: '$item.name' },
              record: '{ "at": $index }',
            }),
            step('map', 'out', { mapping: 'item-out', input: '$steps.save' }),
          ],
        },
      },
    ),
    respond('answer', '[$steps.lines]'),
  ];
  beforeAll(() =>
    world.publish('mapping', 'item-out', {
      format: 1,
      text: 'externalId',
      source: { kind: 'any' },
      target: { kind: 'any' },
      tests: [],
    }),
  );
  const lines = (...names: string[]) => ({ lines: names.map((name) => ({ name })) });

  it('gives an output per item, in order, also from chunks side by side', async () => {
    await world.flow('each-chunks', each({ chunkSize: 2, concurrency: 3 }));
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(await answerOf('each-chunks', lines(...names))).toEqual(names);
    expect(world.system.all('Thing').map(({ externalId, at }) => ({ externalId, at }))).toEqual(
      expect.arrayContaining(names.map((externalId, at) => ({ externalId, at }))),
    );
    expect(world.system.effects).toHaveLength(7);
  });

  it('does nothing for an empty list', async () => {
    await world.flow('each-none', each({}));
    expect(await answerOf('each-none', {})).toEqual([]);
  });

  it('stops at the first that fails, unless it is told to go on', async () => {
    await world.flow('each-stop', each({}));
    expect(await answerOf('each-stop', lines('a', 'bad', 'c'))).toMatchObject({ state: 'failed', code: 'BAD_LINE' });
    expect(world.system.effects).toEqual(['created Thing a']);
  });

  it.each([
    ['one after the other', 1, 60],
    ['in chunks side by side', 4, 1],
  ])('stops when its items together give too much, %s', async (_way, concurrency, chunkSize) => {
    const config = { items: '[1..60]', concurrency, chunkSize };
    const bodies = { each: [respond('long', '$pad("", 9000000)')] };
    await world.flow(`each-long-${concurrency}`, [step('for-each', 'lines', config, { bodies })]);
    const answer = { state: 'failed', code: 'OUTPUTS_TOO_LARGE' };
    expect(await answerOf(`each-long-${concurrency}`)).toMatchObject(answer);
  });

  it('makes an exception of each failed item and delivers the others', async () => {
    await world.flow('each-continue', each({ onItemError: 'continue', itemKey: '$item.name' }));
    const ended = await world.runThrough('each-continue', lines('a', 'bad', 'c'));
    expect(ended).toMatchObject({ state: 'succeeded', output: { body: ['a', null, 'c'] } });
    expect(await world.exceptions(ended.id)).toMatchObject([
      { path: 'lines[1]', stepId: 'valid', code: 'BAD_LINE', payload: { name: 'bad' }, state: 'open' },
    ]);
    const paths = (await world.steps(ended.id)).map(({ path, state }) => `${path} ${state}`);
    expect(paths).toEqual([
      'lines succeeded',
      'lines[0].valid succeeded',
      'lines[0].save succeeded',
      'lines[0].out succeeded',
      'lines[1].valid failed',
      'lines[2].valid succeeded',
      'lines[2].save succeeded',
      'lines[2].out succeeded',
      'answer succeeded',
    ]);
  });
});

describe('call', () => {
  it('runs another flow on pinned versions and uses its answer', async () => {
    await world.flow('adds', [respond('sum', '$trigger.a + $trigger.b')], {
      trigger: { kind: 'call', name: 'Called' },
    });
    await world.flow('calls', [
      step('call', 'sum', { flow: 'adds', input: '{ "a": $trigger.a, "b": 2 }' }),
      respond('answer', '$steps.sum'),
    ]);
    expect(await answerOf('calls', { a: 40 })).toBe(42);
  });

  it('fails at the step when the called flow fails, with one exception', async () => {
    await world.flow('fails', [step('raise', 'no', { code: 'NOT_TODAY', message: '"No."' })]);
    await world.flow('calls-failing', [step('call', 'sub', { flow: 'fails', input: '{}' })]);
    const ended = await world.runThrough('calls-failing');
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'NOT_TODAY' });
    expect(await world.exceptions(ended.id)).toMatchObject([{ path: 'sub', stepId: 'sub', code: 'NOT_TODAY' }]);
  });
});

describe('publish and notify', () => {
  it('say what is wrong with data that reaches nobody', async () => {
    await world.flow('says-nothing', [
      step('publish', 'event', { type: 'thing.activated', subject: '"T-1"', data: '$trigger.missing' }),
    ]);
    await world.flow('tells-nobody', [
      step('notify', 'owner', { to: '$trigger.owner', subject: '"Active"', body: '"On."' }),
    ]);
    expect(await world.runThrough('says-nothing', {})).toMatchObject({
      state: 'failed',
      errorCode: 'EVENT_WITHOUT_DATA',
      errorMessage: expect.stringContaining('The data of the event "thing.activated" is nothing') as string,
    });
    expect(await world.runThrough('tells-nobody', { owner: 'Olga' })).toMatchObject({
      state: 'failed',
      errorCode: 'BAD_RECIPIENT',
      errorMessage: expect.stringContaining('would go to "Olga", which is neither an e-mail address') as string,
    });
  });

  it('starts the flows of the event in the same commit, and tells a person', async () => {
    await world.flow('hears', [respond('answer', '$trigger.id')], {
      trigger: { kind: 'event', name: 'Activated', type: 'thing.activated', when: '$trigger.id != "quiet"' },
    });
    await world.flow('tells', [
      step('publish', 'event', { type: 'thing.activated', subject: '$trigger.id', data: '{ "id": $trigger.id }' }),
      step('notify', 'owner', { to: '"ana@haldenpike.example"', subject: '"Active"', body: '$trigger.id & " is on."' }),
    ]);
    const ended = await world.runThrough('tells', { id: 'T-9' });
    const events = await world.tx((tx) => tx.select().from(publishedEvent).where(eq(publishedEvent.runId, ended.id)));
    expect(events).toMatchObject([{ type: 'thing.activated', subject: 'T-9', data: { id: 'T-9' }, path: 'event' }]);
    const notices = await world.tx((tx) => tx.select().from(notification).where(eq(notification.runId, ended.id)));
    expect(notices).toMatchObject([{ recipient: 'ana@haldenpike.example', subject: 'Active', body: 'T-9 is on.' }]);
    const heard = await world.definitionId('hears');
    const woken = await waitUntil('the event’s run', async () => {
      const runs = await world.runsOf(heard);
      return runs.find(({ finishedAt }) => finishedAt !== null);
    });
    expect(woken).toMatchObject({
      source: 'event',
      output: { body: 'T-9' },
      trigger: { id: 'T-9' },
      causedByRunId: ended.id,
    });
  });
});
