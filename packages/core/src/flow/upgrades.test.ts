import { describe, expect, test } from 'vitest';
import type { Upgrade } from './upgrade.ts';
import { flowUpgrades, currentFormats, upgradeDocument, upgradeFlow } from './upgrades.ts';
import { validFlow } from '../../testing/flow/sample-flow.ts';

const upgrades: readonly Upgrade[] = [
  { name: 'steps-become-body', from: 1, upgrade: ({ steps, ...rest }) => ({ ...rest, body: steps }) },
  { name: 'title-becomes-name', from: 2, upgrade: ({ title, ...rest }) => ({ ...rest, name: title }) },
];

test('named upgrades run one after the other', () => {
  expect(upgradeDocument({ format: 1, steps: [], title: 'A' }, upgrades, 3)).toEqual({
    document: { format: 3, body: [], name: 'A' },
    applied: ['steps-become-body', 'title-becomes-name'],
  });
  expect(upgradeDocument({ format: 2, title: 'A' }, upgrades, 3)).toEqual({
    document: { format: 3, name: 'A' },
    applied: ['title-becomes-name'],
  });
});

test.each([{ format: 3 }, { format: 0 }, { format: 'one' }, null, [], 'text'])(
  '%j has no way on and stays',
  (input) => {
    expect(upgradeDocument(input, upgrades, 3)).toEqual({ document: input, applied: [] });
  },
);

test('a flow of the current format is left as it is', () => {
  const flow = { ...validFlow(), format: 2 };
  expect(upgradeFlow(flow)).toBe(flow);
});

test('there is an upgrade for every format before the current one', () => {
  expect([...new Set(flowUpgrades.map(({ from }) => from))]).toEqual(
    Array.from({ length: currentFormats.flow - 1 }, (_, index) => index + 1),
  );
});

test('an expression of format 1 becomes a literal, a path to data, or stays an expression', () => {
  const step = (kind: string, id: string, config: unknown, bodies?: unknown) => ({
    id,
    kind,
    name: id,
    config,
    ...(bodies !== undefined && { bodies }),
  });
  const steps = (given: (text: string, value: unknown) => unknown) => [
    step('notify', 'tell', {
      to: given('"olga@example.com"', { kind: 'literal', value: 'olga@example.com' }),
      subject: given('$trigger.`Deal name`', { kind: 'data', value: '$trigger.`Deal name`' }),
      body: given('"Braces {{ in a \\"text\\""', { kind: 'literal', value: 'Braces \\{{ in a "text"' }),
    }),
    step(
      'for-each',
      'each',
      { items: given('$steps.read.lines[0]', { kind: 'data', value: '$steps.read.lines[0]' }), onItemError: 'stop' },
      {
        each: [
          step('write', 'write', {
            connection: 'erp',
            identity: {
              externalId: given('$item.Id & "-1"', { kind: 'expression', value: '$item.Id & "-1"' }),
              match: [
                { by: 'link' },
                { by: 'field', field: 'a', value: given("'x'", { kind: 'literal', value: 'x' }) },
              ],
            },
            undo: { operation: 'delete' },
          }),
        ],
      },
    ),
    step('branch', 'way', {
      cases: [{ slot: 'a', title: '"Not code"', when: given('true', { kind: 'literal', value: true }) }],
    }),
    step('read', 'list', {
      find: { by: 'list', where: { 'a/b': given('""', { kind: 'expression', value: '""' }) } },
    }),
    step('wait', 'wait', { for: { what: 'duration', duration: 'PT5M' } }),
  ];
  const before = { format: 1, settings: { businessKey: '$trigger.Id' }, body: steps((text) => text) };
  expect(upgradeDocument(before, flowUpgrades, 2)).toEqual({
    document: { format: 2, settings: { businessKey: '$trigger.Id' }, body: steps((_text, value) => value) },
    applied: ['webhooks-keep-what-they-read', 'values-say-what-they-are'],
  });
});

describe('a webhook flow of format 1', () => {
  const webhook = { kind: 'webhook', name: 'Told', connection: 'crm', object: 'Opportunity' };
  const recordOf = (trigger: object, more: object = {}) => {
    const upgraded = upgradeFlow({ format: 1, trigger, body: [], ...more });
    return (upgraded as { trigger: { record?: string } }).trigger.record;
  };
  const readStep = (id: string) => ({ id: 'get', kind: 'read', name: 'Get', config: { find: { by: 'id', id } } });

  test.each([
    ['its condition', { ...webhook, when: '$trigger.changes.StageName = "Closed Won"' }, {}],
    ['its condition, without naming the trigger', { ...webhook, when: 'changes.StageName = "Closed Won"' }, {}],
    ['a step', webhook, { body: [readStep('$trigger.recordId')] }],
    ['a step inside a step', webhook, { body: [{ kind: 'branch', bodies: { a: [readStep('$trigger.`recordId`')] } }] }],
    ['a setting', webhook, { settings: { orderingKey: '"deal " & $trigger.recordId' } }],
  ])('still gets what the system sent when %s reads it', (_where, trigger, more) => {
    expect(recordOf(trigger, more)).toBe('as-sent');
  });

  test.each([
    ['reads the record only', { ...webhook, when: '$trigger.StageName = "Closed Won"' }, {}],
    ['says itself what it wants', { ...webhook, record: 'read', when: '$trigger.changes.a' }, {}],
  ])('is left alone when it %s', (_what, trigger, more) => {
    expect(recordOf(trigger, more)).toBe('record' in trigger ? 'read' : undefined);
  });

  test('is left alone when it polls for changes, because polling always gave the record', () => {
    expect(recordOf({ ...webhook, kind: 'change', when: '$trigger.changes.a' })).toBe(undefined);
  });
});

test.each([
  [{ format: 1, body: 5 }],
  [{ format: 1, body: [null, { kind: 'notify' }, { kind: 'notify', config: [] }] }],
])('a document that is not a flow only gets the new format: %j', (document) => {
  expect(upgradeFlow(document)).toEqual({ ...document, format: 2 });
});
