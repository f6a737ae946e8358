import { describe, expect, it } from 'vitest';
import { flowSchema } from '@throughline/core/flow';
import { wayToItem } from './way-to-item.ts';

const loop = (id: string, each: readonly object[]) => ({
  id,
  name: id,
  kind: 'for-each',
  config: { items: '[]' },
  bodies: { each },
});
const { body } = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    loop('outer', [
      {
        id: 'which',
        name: 'which',
        kind: 'branch',
        config: { cases: [{ slot: 'yes', title: 'Yes', when: 'true' }] },
        bodies: { yes: [loop('inner', [])], otherwise: [] },
      },
    ]),
    loop('other', []),
  ],
});
const place = (...loops: string[]) => loops.map((name) => ({ loop: name, index: 0, key: null }));

describe('wayToItem', () => {
  it('names the loops and every container between them', () => {
    expect(wayToItem(body, place('outer', 'inner'))).toEqual(new Set(['outer', 'which', 'inner']));
    expect(wayToItem(body, place('other'))).toEqual(new Set(['other']));
  });

  it('finds no way where the flow nests its loops otherwise', () => {
    expect([
      wayToItem(body, place('inner')),
      wayToItem(body, place('other', 'inner')),
      wayToItem(body, place('gone')),
      wayToItem(body, []),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
