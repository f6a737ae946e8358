import { expect, it } from 'vitest';
import { impactGroups } from './impact-groups.ts';

const flow = (key: string) => ({ key, name: `Flow ${key}`, definitionId: key });

it('separates new flows from those that may behave differently', () => {
  const items = [
    { kind: 'flow', key: 'fresh', baseVersionNumber: null },
    { kind: 'flow', key: 'known', baseVersionNumber: 3 },
    { kind: 'mapping', key: 'other', baseVersionNumber: null },
  ] as const;
  expect(impactGroups({ items, impact: { flows: [flow('fresh'), flow('known'), flow('other')] } })).toEqual([
    { words: 'One flow is new', flows: [flow('fresh')] },
    { words: '2 flows may behave differently', flows: [flow('known'), flow('other')] },
  ]);
});

it('leaves out empty groups', () => {
  const items = [{ kind: 'flow', key: 'fresh', baseVersionNumber: null }] as const;
  expect(impactGroups({ items, impact: { flows: [flow('fresh')] } }).map(({ words }) => words)).toEqual([
    'One flow is new',
  ]);
});
