import { callOnContext } from './generate-call.ts';
import { arrayConstructor, grouping, objectConstructor } from './generate-constructor.ts';
import { anyName, leaf, nameText } from './generate-leaf.ts';
import { predicate } from './generate-predicate.ts';
import { at, atom, inside, levels, withVariables, within, type Piece, type Site, type Variable } from './site.ts';
import { anyShape, fieldsOf, itemOf, listOf, numberShape, type Shape, type ShapeKind } from './shape.ts';

/** A path under construction. */
interface Growing {
  readonly text: string;
  /** What it gives. */
  readonly shape: Shape;
  /** The site of its next step: variables bound so far, and the meaning of `%` there. */
  readonly site: Site;
}

/**
 * Steps through the data towards something wanted, with filters, sorts, variables and anything else that a path can
 * contain.
 */
export function path(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  let growing = start(site, want);
  const route = routeTo(growing.shape, want, site);
  for (const [name, shape] of route) growing = decorate(step(growing, name, shape), want);
  if (route.length === 0) growing = decorate(growing, want);
  if (random.chance(22)) growing = decorate(furtherStep(growing), want);
  if (random.chance(6)) growing = decorate(furtherStep(growing), want);
  if (random.chance(5)) {
    const { text, shape } = grouping(within(growing.site, growing.shape));
    growing = { ...growing, text: `${growing.text}${text}`, shape };
  }
  const isScalar = want === 'number' || want === 'text' || want === 'boolean';
  if (isScalar && route.some(([, { kind }]) => kind === 'list') && random.chance(60)) {
    return atom(`(${growing.text})[${random.pick([0, 0, -1, 1])}]`, itemOf(growing.shape));
  }
  return { text: growing.text, level: levels.path - 5, shape: growing.shape };
}

function start(site: Site, want: ShapeKind): Growing {
  const { random, context } = site;
  const here = (text: string, shape: Shape): Growing => ({ text, shape, site });
  const variables = site.variables.filter(({ shape }) => fieldsOf(shape).length > 0);
  const parent = site.parents.at(-1);
  return random.weighted<Growing>([
    [fieldsOf(context).length > 0 ? 14 : 0, () => here('', context)],
    [3, () => here('$', context)],
    [fieldsOf(context).length > 0 ? 3 : 8, () => here('$$', site.root)],
    [variables.length > 0 ? 6 : 0, () => fromVariable(here, random.pick(variables))],
    [parent === undefined ? 0 : 3, () => here('%', parent ?? anyShape)],
    [1, () => here(random.pick(['*', '**', '$$.*']), anyShape)],
    [1, () => ofPiece(here, arrayConstructor(site))],
    [1, () => ofPiece(here, objectConstructor(site))],
    [2, () => ofPiece(here, site.grow(inside(site), random.pick<ShapeKind>(['list', 'object', want])))],
  ]);
}

type Here = (text: string, shape: Shape) => Growing;

const fromVariable = (here: Here, { name, shape }: Variable): Growing => here(`$${name}`, shape);
const ofPiece = (here: Here, piece: Piece): Growing => here(at(levels.path + 1, piece), piece.shape);

type Route = readonly (readonly [name: string, shape: Shape])[];

/** Names that lead from here to something of the wanted kind. */
function routeTo(from: Shape, want: ShapeKind, { random }: Site): Route {
  const routes = routesFrom(from, 3).filter((route) => isWanted(route.at(-1)?.[1] ?? from, want));
  if (routes.length > 0 && random.chance(94)) return random.pick(routes);
  return [[anyName(random).replaceAll('`', ''), anyShape]];
}

function routesFrom(from: Shape, depth: number): Route[] {
  if (depth === 0) return [];
  return fieldsOf(from).flatMap(([name, shape]) => [
    [[name, shape] as const],
    ...routesFrom(shape, depth - 1).map((rest) => [[name, shape] as const, ...rest]),
  ]);
}

function isWanted(shape: Shape, want: ShapeKind): boolean {
  if (want === 'any') return true;
  return want === 'list' ? shape.kind === 'list' : itemOf(shape).kind === want;
}

function step({ text, site, shape: from }: Growing, name: string, shape: Shape): Growing {
  const written = nameText(name);
  const next = text === '' ? site : { ...site, context: itemOf(from), parents: [...site.parents, site.context] };
  return { text: text === '' ? written : `${text}.${written}`, shape, site: next };
}

/** A step other than a field: constructors, blocks, calls, wildcards, `%`. */
function furtherStep({ text, shape, site }: Growing): Growing {
  const { random } = site;
  const next = within(site, shape);
  const parent = site.context;
  const piece = random.weighted<Piece>([
    [5, () => objectConstructor(next)],
    [3, () => arrayConstructor(next)],
    [4, () => blockStep(next)],
    [4, () => callOnContext(next, itemOf(shape))],
    [1, () => ({ text: random.pick(['*', '**', '$', '$$', '`id`', '"name"']), level: levels.atom, shape: anyShape })],
    [2, () => ({ text: '%', level: levels.atom, shape: parent })],
    [1, () => leaf(next, 'any')],
    [1, () => ({ text: '%.%', level: levels.atom, shape: site.parents.at(-1) ?? anyShape })],
  ]);
  const result = shape.kind === 'list' ? listOf(piece.shape) : piece.shape;
  return { text: `${text === '' ? '$' : text}.${at(levels.path, piece)}`, shape: result, site: next };
}

function blockStep(site: Site): Piece {
  const piece = site.grow(site, site.random.pick<ShapeKind>(['any', 'number', 'text', 'object', 'list']));
  return { ...piece, text: `(${piece.text})`, level: levels.atom };
}

/** Filters, `[]`, order-by and variables after a step. */
function decorate(growing: Growing, want: ShapeKind): Growing {
  const { random } = growing.site;
  if (growing.text === '') return growing;
  let result = growing;
  if (random.chance(4)) result = focus(result);
  if (random.chance(5)) result = index(result);
  while (random.chance(18)) result = filter(result, want);
  if (random.chance(6)) result = sort(result);
  if (random.chance(7)) result = { ...result, text: `${result.text}[]` };
  if (random.chance(2)) result = index(result);
  if (random.chance(2)) result = filter(result, want);
  return result;
}

/** `@$name`: the next step continues from the previous one. */
function focus({ text, shape, site }: Growing): Growing {
  const name = site.random.pick(['o', 'q', 'e']);
  const bound = withVariables(site, [{ name, shape: itemOf(shape) }]);
  return { text: `${text}@$${name}`, shape: site.random.chance(50) ? shape : site.context, site: bound };
}

function index({ text, shape, site }: Growing): Growing {
  const name = site.random.pick(['n', 'pos', 'i']);
  return { text: `${text}#$${name}`, shape, site: withVariables(site, [{ name, shape: numberShape }]) };
}

function filter({ text, shape, site }: Growing, want: ShapeKind): Growing {
  const isOne = shape.kind === 'list' && want !== 'list' && site.random.chance(60);
  return { text: `${text}[${predicate(within(site, shape))}]`, shape: isOne ? shape.item : shape, site };
}

function sort({ text, shape, site }: Growing): Growing {
  const { random } = site;
  const next = within(site, shape);
  const fields = fieldsOf(shape).filter(([, { kind }]) => kind === 'number' || kind === 'text');
  const term = (): string => {
    const key =
      fields.length > 0 && random.chance(75)
        ? nameText(random.pick(fields)[0])
        : random.chance(50)
          ? '$'
          : next.grow(inside(next), random.pick<ShapeKind>(['number', 'text'])).text;
    return `${random.pick(['', '', '>', '<'])}${key}`;
  };
  return { text: `${text}^(${random.several(1, 2, term).join(', ')})`, shape, site };
}
