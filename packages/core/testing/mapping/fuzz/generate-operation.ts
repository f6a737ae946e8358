import { at, inside, levels, type Piece, type Site } from './site.ts';
import { booleanShape, numberShape, textShape, type ShapeKind } from './shape.ts';

/** Infix and prefix operators that give a number. */
export function numberOperation(site: Site): Piece {
  const { random } = site;
  const next = inside(site);
  if (random.chance(12)) {
    return { text: `-${at(levels.path, site.grow(next, 'number'))}`, level: levels.path - 5, shape: numberShape };
  }
  const operator = random.pick(['+', '-', '*', '/', '%', '+', '-', '*']);
  const level = operator === '+' || operator === '-' ? levels.add : levels.multiply;
  return infix(site, operator, level, 'number', 'number', numberShape);
}

export function textOperation(site: Site): Piece {
  const kinds: readonly ShapeKind[] = ['text', 'text', 'number', 'any'];
  return infix(site, '&', levels.add, site.random.pick(kinds), site.random.pick(kinds), textShape);
}

export function booleanOperation(site: Site): Piece {
  const { random } = site;
  const same = random.pick<ShapeKind>(['number', 'text', 'number', 'text', 'any', 'boolean', 'list', 'object']);
  return random.weighted<Piece>([
    [4, () => infix(site, random.pick(['=', '!=']), levels.compare, same, same, booleanShape)],
    [4, () => comparison(site)],
    [2, () => infix(site, 'in', levels.compare, random.pick<ShapeKind>(['text', 'number']), 'list', booleanShape)],
    [2, () => infix(site, 'and', levels.and, 'boolean', 'boolean', booleanShape)],
    [2, () => infix(site, 'or', levels.or, 'boolean', 'any', booleanShape)],
  ]);
}

/** `? :`, with and without an else, `??` and `?:`. */
export function choice(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  const next = inside(site);
  const first = site.grow(next, want);
  const second = site.grow(next, want);
  if (random.chance(45)) {
    const left = random.chance(40) ? `${at(levels.compare, first)}.nothing` : at(levels.compare, first);
    const text = `${left} ${random.pick(['??', '?:'])} ${at(levels.compare + 1, second)}`;
    return { text, level: levels.compare, shape: second.shape };
  }
  const condition = at(levels.either + 1, site.grow(next, 'boolean'));
  const otherwise = random.chance(75) ? ` : ${at(levels.either, second)}` : '';
  return { text: `${condition} ? ${at(levels.either, first)}${otherwise}`, level: levels.either, shape: first.shape };
}

function comparison(site: Site): Piece {
  const kind = site.random.pick<ShapeKind>(['number', 'text', 'number']);
  const other = site.random.chance(4) ? 'any' : kind;
  return infix(site, site.random.pick(['<', '<=', '>', '>=']), levels.compare, kind, other, booleanShape);
}

function infix(
  site: Site,
  operator: string,
  level: number,
  left: ShapeKind,
  right: ShapeKind,
  shape: Piece['shape'],
): Piece {
  const next = inside(site);
  const text = `${at(level, site.grow(next, left))} ${operator} ${at(level + 1, site.grow(next, right))}`;
  return { text, level, shape };
}
