import { fieldNames, numbers, oddFieldNames, regexes, smallNumbers, texts, words } from './samples.ts';
import { atom, levels, type Piece, type Site } from './site.ts';
import {
  anyShape,
  booleanShape,
  fieldsOf,
  functionShape,
  itemOf,
  listOf,
  numberShape,
  textShape,
  type Shape,
  type ShapeKind,
} from './shape.ts';
import type { Random } from './random.ts';

/** The shortest expressions: literals, variables and fields. */
export function leaf(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  const variables = site.variables.filter(({ shape }) => matches(shape, want));
  const fields = fieldsOf(site.context).filter(([, shape]) => matches(shape, want));
  return random.weighted<Piece>([
    [variables.length > 0 ? 4 : 0, () => fromVariable(random, variables)],
    [fields.length > 0 ? 5 : 0, () => field(random.pick(fields))],
    [matches(site.context, want) ? 3 : 0, () => atom('$', itemOf(site.context))],
    [want === 'any' ? 1 : 0, () => atom(random.pick(['$', '$$', '*', '**', '$[]', '$$[0]']), anyShape)],
    [3, () => literal(random, want)],
  ]);
}

export function matches(shape: Shape, want: ShapeKind): boolean {
  return want === 'any' || shape.kind === want || (want === 'list' && shape.kind === 'any');
}

export function literal(random: Random, want: ShapeKind): Piece {
  switch (want) {
    case 'number':
      return numberLiteral(random, random.chance(70) ? smallNumbers : numbers);
    case 'text':
      return textLiteral(random, random.chance(60) ? words : texts);
    case 'boolean':
      return atom(random.pick(['true', 'false']), booleanShape);
    case 'list':
      return listLiteral(random);
    case 'object':
      return atom(random.pick(['{}', '{"id": 1}', '{"name": "Acme", "qty": 2}', '{"key": [1, 2]}']), anyShape);
    case 'function':
      return atom(random.pick([...functionLiterals, ...regexes]), functionShape);
    case 'any':
      return random.chance(15)
        ? atom(random.pick(['null', '[]', '{}', 'nothing', '()', '$nothing']), anyShape)
        : literal(random, random.pick<ShapeKind>(['number', 'text', 'boolean', 'list', 'object']));
  }
}

export function numberLiteral(random: Random, pool: readonly number[]): Piece {
  const value = random.pick(pool);
  return { text: JSON.stringify(value), level: value < 0 ? levels.path - 5 : levels.atom, shape: numberShape };
}

export function textLiteral(random: Random, pool: readonly string[]): Piece {
  const value = random.pick(pool);
  const isSimple = /^[\w ]*$/.test(value);
  return atom(isSimple && random.chance(30) ? `'${value}'` : JSON.stringify(value), textShape);
}

/** A field's name as it is written in a path. */
export function nameText(name: string): string {
  return /^[a-zßö]+$/.test(name) && !['and', 'or', 'in', 'null', 'true', 'false', 'function'].includes(name)
    ? name
    : `\`${name}\``;
}

export const anyName = (random: Random): string =>
  nameText(random.pick(random.chance(80) ? fieldNames : oddFieldNames));

const functionLiterals: readonly string[] = [
  ['$string', '$uppercase', '$sum', '$not', '$exists', '$type', '$length', '$boolean', '$count'],
  ['$keys', '$append', 'function(){1}', 'function($v){$v}', 'function($v, $i){$i}'],
  ['λ($v, $i, $l){$count($l)}', '$substring(?, 0, 2)', 'function($a, $b){$a + $b}'],
  ['function($a, $b){$a > $b}', 'function($a, $b){$append($a, $b)}', '$max', '$number', '$join(?, "-")'],
  ['$trim ~> $uppercase', '$string(?) ~> $length', '$lookup(?, "id")', '|$|{"id": 0}|', '$power(?, 2)'],
  ['function($a, $b, $c, $d){[$a, $b, $c, $d]}', 'function($s)<s:s>{$s & "!"}', 'function($n)<n-:n>{$n}'],
  ['$zip', '$merge'],
].flat();

function listLiteral(random: Random): Piece {
  const kind = random.pick<ShapeKind>(['number', 'number', 'text', 'boolean', 'any']);
  if (kind === 'number' && random.chance(30))
    return atom(`[${random.below(3)}..${random.below(6)}]`, listOf(numberShape));
  const items = random.several(0, 4, () => literal(random, kind));
  return atom(`[${items.map(({ text }) => text).join(', ')}]`, listOf(items[0]?.shape ?? anyShape));
}

function fromVariable(random: Random, variables: Site['variables']): Piece {
  const { name, shape } = random.pick(variables);
  return atom(`$${name}`, shape);
}

function field([name, shape]: readonly [string, Shape]): Piece {
  return atom(nameText(name), shape);
}
