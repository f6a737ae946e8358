import { block } from './generate-block.ts';
import { call, callOnContext } from './generate-call.ts';
import { arrayConstructor, objectConstructor } from './generate-constructor.ts';
import { functionOf, transform } from './generate-function.ts';
import { leaf } from './generate-leaf.ts';
import { booleanOperation, choice, numberOperation, textOperation } from './generate-operation.ts';
import { path } from './generate-path.ts';
import { anyShape, itemOf, type Shape, type ShapeKind } from './shape.ts';
import { at, inside, levels, type Piece, type Site } from './site.ts';
import type { Random } from './random.ts';

const kinds: readonly ShapeKind[] = ['number', 'text', 'boolean', 'list', 'object', 'any'];

/** A JSONata expression that usually fits documents of this shape, but now and then does not. */
export function generateExpression(root: Shape, random: Random): string {
  const depth = 1 + random.below(4);
  const site: Site = { random, root, context: root, parents: [], variables: boundVariables, depth, grow };
  return grow(site, random.pick([...kinds, 'list', 'object', 'any'])).text;
}

/** Bindings that the runner passes to every evaluation. */
const boundVariables: Site['variables'] = [
  { name: 'rate', shape: { kind: 'number' } },
  { name: 'who', shape: { kind: 'text' } },
  {
    name: 'table',
    shape: { kind: 'list', item: { kind: 'object', fields: { id: { kind: 'number' }, name: { kind: 'text' } } } },
  },
];

function grow(site: Site, hint: ShapeKind): Piece {
  const { random } = site;
  const want = random.chance(4) ? random.pick<ShapeKind>([...kinds, 'function']) : hint;
  if (site.depth <= 0) return random.chance(25) && want !== 'function' ? path(site, want) : leaf(site, want);
  return random.weighted<Piece>([
    [want === 'function' ? 0 : 9, () => path(site, want)],
    [1, () => leaf(site, want)],
    [8, () => ofKind(site, want)],
    [want === 'function' ? 0 : 5, () => call(site, want)],
    [2, () => block(site, want)],
    [2, () => choice(site, want)],
    [2, () => chain(site, want)],
  ]);
}

/** Forms that only expressions of this kind can have. */
function ofKind(site: Site, want: ShapeKind): Piece {
  switch (want) {
    case 'number':
      return numberOperation(site);
    case 'text':
      return textOperation(site);
    case 'boolean':
      return booleanOperation(site);
    case 'list':
      return arrayConstructor(site);
    case 'object':
      return objectConstructor(site);
    case 'function':
      return functionOf(site, 1 + site.random.below(2), anyShape);
    case 'any':
      return ofKind(site, site.random.pick(kinds.slice(0, 5)));
  }
}

/** `value ~> $function(more) ~> …`, and composed functions. */
function chain(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  const next = inside(site);
  const first = next.grow(next, random.pick<ShapeKind>(['list', 'text', 'number', 'object', want]));
  if (random.chance(15)) {
    return {
      text: `${at(levels.compare, first)} ~> ${transform(next, first.shape).text}`,
      level: levels.compare,
      shape: first.shape,
    };
  }
  const second = random.chance(80)
    ? callOnContext(next, first.shape)
    : { ...functionOf(next, 1, itemOf(first.shape)), shape: anyShape };
  return {
    text: `${at(levels.compare, first)} ~> ${at(levels.compare + 1, second)}`,
    level: levels.compare,
    shape: second.shape,
  };
}
