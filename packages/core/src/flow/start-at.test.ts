import { expect, test } from 'vitest';
import { flowSchema } from './definition.ts';
import { startAt } from './start-at.ts';

const lookup = (id: string, more: object = {}) => ({
  id,
  name: id,
  kind: 'lookup',
  config: { valueMap: 'codes', key: '$trigger.code' },
  ...more,
});

const { body } = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    lookup('first', { bodies: { onError: [lookup('lane')] } }),
    {
      id: 'way',
      name: 'Way',
      kind: 'branch',
      config: { cases: [{ slot: 'gb', title: 'GB', when: '$trigger.gb' }] },
      bodies: {
        gb: [
          lookup('inGb'),
          {
            id: 'both',
            name: 'Both',
            kind: 'parallel',
            config: {
              branches: [
                { slot: 'left', title: 'Left' },
                { slot: 'right', title: 'Right' },
              ],
            },
            bodies: { left: [lookup('inLeft')], right: [lookup('inRight'), lookup('target'), lookup('behind')] },
          },
        ],
        otherwise: [lookup('elsewhere')],
      },
    },
    {
      id: 'loop',
      name: 'Loop',
      kind: 'for-each',
      config: { items: '$trigger.lines' },
      bodies: { each: [lookup('inLoop')] },
    },
    lookup('off', { disabled: true }),
    lookup('last'),
  ],
  settings: {},
});

const begun = (stepId: string) => {
  const at = startAt(body, stepId);
  return at && { passedBy: [...at.passedBy], leads: Object.fromEntries(at.leads) };
};

test('a run begins at a step, and passes by what comes before it and the ways beside it', () => {
  expect(begun('first')).toEqual({ passedBy: [], leads: {} });
  expect(begun('target')).toEqual({
    passedBy: ['first', 'lane', 'elsewhere', 'inGb', 'inLeft', 'inRight'],
    leads: { way: 'gb', both: 'right' },
  });
  expect(begun('last')).toEqual({
    passedBy: 'first lane way inGb both inLeft inRight target behind elsewhere loop inLoop off'.split(' '),
    leads: {},
  });
  expect(begun('loop')?.leads).toEqual({});
});

test('no run begins inside a loop or an error lane, at a disabled step, or at one that is not there', () => {
  expect(['inLoop', 'lane', 'off', 'nowhere'].map(begun)).toEqual([undefined, undefined, undefined, undefined]);
});
