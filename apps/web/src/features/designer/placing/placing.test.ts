import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { stepSchema, type Step } from '@throughline/core/flow/step';
import { describe, expect, test } from 'vitest';
import { kindOffers } from '../find/step-offers.ts';
import { layoutFlow } from '../layout/layout-flow.ts';
import { placeName } from './place-name.ts';
import { placeRules } from './place-rules.ts';

const map = (id: string, input = '$trigger'): Step =>
  stepSchema.parse({ id, name: id, kind: 'map', config: { mapping: 'a-to-b', input } });

const flow: FlowDocument = flowSchema.parse({
  format: 2,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    map('read'),
    { ...map('shape', '$steps.read'), bodies: { onError: [map('tell', '$error.message')] } },
    {
      id: 'way',
      name: 'Way',
      kind: 'branch',
      config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
      bodies: { gb: [map('british', '$steps.shape')], otherwise: [] },
    },
    {
      id: 'each',
      name: 'Each',
      kind: 'for-each',
      config: { items: '$steps.shape.lines', itemKey: '$item.id' },
      bodies: { each: [map('line', '$item')] },
    },
  ],
});

const atTop = (index: number): InsertionPoint => ({ address: { in: 'flow' }, index });
const inSlot = (stepId: string, slot: string, index = 0): InsertionPoint => ({
  address: { in: 'step', stepId, slot },
  index,
});

const refusal = (id: string | readonly string[], point: InsertionPoint) =>
  placeRules(flow, { what: 'steps', ids: typeof id === 'string' ? [id] : id })(point);

describe('a step', () => {
  test('can go wherever it can still read what it reads, and be read', () => {
    expect(refusal('british', atTop(4))).toBeUndefined();
    expect(refusal('shape', inSlot('way', 'gb', 1))).toBe('Here “british” could not read “shape”: it comes later.');
    expect(refusal('each', inSlot('way', 'gb', 1))).toBeUndefined();
    expect(refusal('read', atTop(2))).toBe('Here “shape” could not read “read”: it comes later.');
    expect(refusal('read', inSlot('way', 'otherwise'))).toBe('Here “shape” could not read “read”: it comes later.');
    expect(refusal('shape', inSlot('each', 'each'))).toBe('Here “british” could not read “shape”: it comes later.');
  });

  test('cannot go inside itself, nor to where it is', () => {
    expect(refusal('way', inSlot('way', 'otherwise'))).toBe('“Way” cannot go inside itself.');
    expect(refusal('way', atTop(2))).toBe('It is already here.');
    expect(refusal(['way', 'each'], atTop(3))).toBe('They are already here.');
  });

  test('that uses the item stays in a loop, and one that uses the error in an error lane', () => {
    expect(refusal('line', atTop(4))).toBe('“line” uses $item, which exists only inside a loop.');
    expect(refusal('tell', atTop(2))).toBe('“tell” uses $error, which exists only in an error lane.');
    expect(refusal('each', atTop(2))).toBeUndefined();
  });

  test('that goes together with what it reads can go anywhere', () => {
    expect(refusal(['read', 'shape'], inSlot('way', 'gb', 0))).toBeUndefined();
  });
});

test('what was wrong before does not stand in the way', () => {
  const broken: FlowDocument = { ...flow, body: [map('early', '$steps.late'), map('late'), map('end')] };
  expect(placeRules(broken, { what: 'steps', ids: ['early'] })(atTop(3))).toBeUndefined();
  expect(placeRules(broken, { what: 'steps', ids: ['late'] })(atTop(3))).toBeUndefined();
});

test('nothing goes deeper than a run may be nested', () => {
  const offer = kindOffers.find(({ kind }) => kind === 'for-each');
  if (offer === undefined) throw new Error('Loops can be added.');
  const nest = (level: number): Step =>
    stepSchema.parse({
      id: `l${level}`,
      name: `l${level}`,
      kind: 'for-each',
      config: { items: '$trigger' },
      bodies: { each: level === 12 ? [] : [nest(level + 1)] },
    });
  const deep = { ...flow, body: [nest(1)] };
  const rules = placeRules(deep, { what: 'new', offer });
  expect(rules(inSlot('l11', 'each'))).toBeUndefined();
  expect(rules(inSlot('l12', 'each'))).toBe(
    'Steps can be inside at most 12 others. Move the inner ones into a flow of their own.',
  );
});

test('every place has a name', () => {
  expect(layoutFlow(flow).inserts.map(({ point }) => placeName(flow, point))).toEqual([
    'before “read”',
    'after “read”',
    'in the error lane of “shape”, before “tell”',
    'in the error lane of “shape”, after “tell”',
    'after “shape”',
    'in “GB” of “Way”, before “british”',
    'in “GB” of “Way”, after “british”',
    'in “Otherwise” of “Way”',
    'after “Way”',
    'inside “Each”, before “line”',
    'inside “Each”, after “line”',
    'after “Each”',
  ]);
  expect(placeName({ ...flow, body: [] }, atTop(0))).toBe('as the only step');
});
