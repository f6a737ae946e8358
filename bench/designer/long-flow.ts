import type { FlowInput } from '@throughline/core/flow';

/** Builds one group of steps: a branch with two columns, one of which is a loop. It has ten steps in all. */
const groupSize = 10;

type StepInput = FlowInput['body'][number];

/** Builds a flow of `count` steps, nested as real flows are. */
export const longFlow = (count: number): FlowInput => ({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: Array.from({ length: count / groupSize }, (_, at) => group(at)),
});

/** Ids of its steps. */
export const stepIds = (count: number): string[] =>
  Array.from({ length: count / groupSize }, (_, at) => idsOf(at)).flat();

const idsOf = (at: number): string[] =>
  ['b', 'e', 'm', 'n', 'x', 'o0x', 'o1x', 'o2x', 'o3x', 'o4x'].map((name) => `${name}${at}`);

const map = (id: string, more: object = {}): StepInput => ({
  id,
  name: `Map ${id}`,
  kind: 'map',
  config: { mapping: 'salesforce-opportunity-to-contract', input: '$trigger' },
  ...more,
});

const group = (at: number): StepInput => ({
  id: `b${at}`,
  name: `Legal entity ${at}`,
  kind: 'branch',
  config: { cases: [{ slot: 'gb', title: 'GB', when: '$trigger.country = "GB"' }] },
  bodies: {
    gb: [
      {
        id: `e${at}`,
        name: `Lines ${at}`,
        kind: 'for-each',
        config: { items: '$trigger.lines' },
        bodies: { each: [map(`m${at}`), map(`n${at}`, { bodies: { onError: [map(`x${at}`)] } })] },
      },
    ],
    otherwise: Array.from({ length: 5 }, (_, index) => map(`o${index}x${at}`)),
  },
});
