import { nameText, textLiteral } from './generate-leaf.ts';
import { fieldNames, words } from './samples.ts';
import { at, atom, inside, levels, type Piece, type Site } from './site.ts';
import { fieldsOf, listOf, numberShape, type Shape, type ShapeKind } from './shape.ts';

export function arrayConstructor(site: Site): Piece {
  const { random } = site;
  const next = inside(site);
  if (random.chance(20)) return range(site);
  const kind = random.pick<ShapeKind>(['number', 'text', 'object', 'any', 'list', 'number', 'text']);
  const items = random.several(0, 3, () => site.grow(next, random.chance(15) ? 'any' : kind));
  const texts = items.map((item) => at(levels.bind + 1, item));
  if (random.chance(8)) texts.push(`${random.below(3)}..${random.below(5)}`);
  return atom(`[${texts.join(', ')}]`, listOf(items[0]?.shape ?? numberShape));
}

function range(site: Site): Piece {
  const { random } = site;
  const ends = ['0', '1', '2', '3', '5', '-2', '1.5', '$count($)', 'nothing', '"a"'] as const;
  const count = `$count(${site.grow(inside(site), 'list').text})`;
  const end = random.chance(30) ? count : random.pick(random.chance(90) ? ends.slice(0, 6) : ends);
  return atom(`[${random.pick(ends.slice(0, random.chance(92) ? 4 : ends.length))}..${end}]`, listOf(numberShape));
}

export function objectConstructor(site: Site): Piece {
  const { text, shape } = entries(
    site,
    0,
    3,
    () => textLiteral(site.random, [...words, ...fieldNames.slice(0, 8)]).text,
  );
  return atom(text, shape);
}

/** `{key: value}` after a path: keys come from its items. */
export function grouping(site: Site): { text: string; shape: Shape } {
  return entries(site, 1, 2, () => {
    const { random } = site;
    const fields = fieldsOf(site.context).filter(([, shape]) => shape.kind === 'text');
    return random.weighted<string>([
      [fields.length > 0 ? 8 : 0, () => nameText(random.pick(fields)[0])],
      [2, () => textLiteral(random, words).text],
      [3, () => `$string(${site.grow(inside(site), 'any').text})`],
      [1, () => at(levels.bind + 1, site.grow(inside(site), 'text'))],
    ]);
  });
}

function entries(site: Site, least: number, most: number, key: () => string): { text: string; shape: Shape } {
  const { random } = site;
  const kinds: readonly ShapeKind[] = ['any', 'number', 'text', 'list', 'object', 'boolean'];
  const fields: [string, Shape][] = [];
  const texts = random.several(least, most, () => {
    const name = key();
    const value = site.grow(inside(site), random.pick(kinds));
    if (name.startsWith('"') || name.startsWith("'")) fields.push([name.slice(1, -1), value.shape]);
    return `${name}: ${at(levels.bind + 1, value)}`;
  });
  return { text: `{${texts.join(', ')}}`, shape: { kind: 'object', fields: Object.fromEntries(fields) } };
}
