import { fieldNames, oddFieldNames } from './samples.ts';
import type { Random } from './random.ts';

/** What an expression most likely gives. It is only a hint, from which generators choose what goes with what. */
export type Shape =
  | { readonly kind: 'number' | 'text' | 'boolean' | 'any' | 'function' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> };

export type ShapeKind = Shape['kind'];

export const numberShape: Shape = { kind: 'number' };
export const textShape: Shape = { kind: 'text' };
export const booleanShape: Shape = { kind: 'boolean' };
export const anyShape: Shape = { kind: 'any' };
export const functionShape: Shape = { kind: 'function' };

export const listOf = (item: Shape): Shape => ({ kind: 'list', item });

/** The shape from which a path step continues: the item of a list, otherwise the value itself. */
export function itemOf(shape: Shape): Shape {
  return shape.kind === 'list' ? itemOf(shape.item) : shape;
}

export function fieldsOf(shape: Shape): readonly (readonly [name: string, shape: Shape])[] {
  const item = itemOf(shape);
  return item.kind === 'object' ? Object.entries(item.fields) : [];
}

/** The shape of a document: an object or, now and then, a list. */
export function documentShape(random: Random): Shape {
  const root = objectShape(random, 3);
  return random.chance(15) ? listOf(root) : root;
}

function objectShape(random: Random, depth: number): Shape {
  const names = random.some(fieldNames, 2 + random.below(depth > 1 ? 4 : 3));
  if (random.chance(25)) names.push(random.pick(oddFieldNames));
  return { kind: 'object', fields: Object.fromEntries(names.map((name) => [name, fieldShape(random, depth - 1)])) };
}

function fieldShape(random: Random, depth: number): Shape {
  return random.weighted<Shape>([
    [5, () => numberShape],
    [6, () => textShape],
    [2, () => booleanShape],
    [1, () => anyShape],
    [depth > 0 ? 3 : 0, () => objectShape(random, depth)],
    [depth > 0 ? 6 : 0, () => listOf(objectShape(random, depth))],
    [3, () => listOf(random.pick([numberShape, textShape, numberShape, textShape, booleanShape, anyShape]))],
    [depth > 0 ? 1 : 0, () => listOf(listOf(fieldShape(random, depth - 1)))],
  ]);
}
