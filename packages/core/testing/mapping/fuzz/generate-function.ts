import { literal } from './generate-leaf.ts';
import { regexes } from './samples.ts';
import { anyShape, functionShape, itemOf, numberShape, type Shape, type ShapeKind } from './shape.ts';
import { at, atom, inside, levels, variableName, withVariables, type Piece, type Site, type Variable } from './site.ts';

/** An expression whose value is a function that accepts items of this shape. */
export function functionOf(site: Site, arity: number, item: Shape): Piece {
  const { random } = site;
  return random.weighted<Piece>([
    [12, () => lambda(site, arity, item).piece],
    [3, () => literal(random, 'function')],
    [1, () => partial(site)],
    [1, () => atom(`(${literal(random, 'function').text} ~> ${literal(random, 'function').text})`, functionShape)],
    [1, () => atom(random.pick(regexes), functionShape)],
    [1, () => transform(site, item)],
  ]);
}

export interface Lambda {
  readonly piece: Piece;
  readonly parameters: readonly Shape[];
  readonly result: Shape;
}

/** `function($a, $b){ body }`, with a signature now and then. */
export function lambda(site: Site, arity: number, first: Shape): Lambda {
  const { random } = site;
  const shapes = [itemOf(first), numberShape, first, anyShape].slice(0, arity);
  const parameters: Variable[] = [];
  for (const shape of shapes) {
    // Duplicate names are legal, and the last one wins.
    const name = random.chance(92) ? (['v', 'i', 'l', 'w'][parameters.length] ?? 'z') : variableName(random);
    parameters.push({ name, shape });
  }
  const body = site.grow(withVariables(inside(site), parameters), wanted(site));
  const signature = random.chance(8) ? signatureFor(site, arity) : '';
  const names = parameters.map(({ name }) => `$${name}`).join(', ');
  const text = `${random.chance(85) ? 'function' : 'λ'}(${names})${signature}{${body.text}}`;
  return { piece: atom(text, functionShape), parameters: shapes, result: body.shape };
}

const wanted = ({ random }: Site): ShapeKind =>
  random.pick<ShapeKind>(['number', 'text', 'boolean', 'list', 'object', 'any', 'any']);

function signatureFor({ random }: Site, arity: number): string {
  const one = (): string =>
    random.pick([
      'x',
      'x',
      'n',
      's',
      'a',
      'o',
      'j',
      'x-',
      'n-',
      's-',
      'a<n>',
      '(ns)',
      'x?',
      'n?',
      'f',
      'x+',
      'b',
      'a<s>-',
      'l',
    ]);
  return `<${Array.from({ length: arity }, one).join('')}${random.pick(['', ':x', ':n', ':s', ':a<n>'])}>`;
}

function partial(site: Site): Piece {
  const { random } = site;
  const text = random.weighted<string>([
    [
      2,
      () =>
        `$${random.pick(['append', 'substringBefore', 'contains', 'lookup', 'power', 'join', 'pad', 'split'])}(?, ${argument(site)})`,
    ],
    [
      2,
      () => `$${random.pick(['append', 'zip', 'lookup', 'map', 'reduce', 'round', 'substring'])}(${argument(site)}, ?)`,
    ],
    [
      1,
      () => `$${random.pick(['substring', 'replace', 'formatNumber', 'pad'])}(?, ${argument(site)}, ${argument(site)})`,
    ],
    [2, () => `${at(levels.atom, lambda(site, 2, anyShape).piece)}(?, ${argument(site)})`],
    [1, () => `${at(levels.atom, lambda(site, 3, anyShape).piece)}(${argument(site)}, ?, ?)`],
    [1, () => `$${random.pick(['sum', 'string', 'sort', 'not', 'keys'])}(?)`],
  ]);
  return atom(text, functionShape);
}

const argument = (site: Site): string => at(levels.bind + 1, site.grow(inside(site), wanted(site)));

/** `|pattern|update, remove|`. */
export function transform(site: Site, subject: Shape): Piece {
  const { random } = site;
  const item = itemOf(subject);
  const names = item.kind === 'object' ? Object.keys(item.fields).filter((name) => /^[a-z]+$/.test(name)) : [];
  const pattern =
    random.chance(50) || names.length === 0
      ? random.pick(['$', '**', '*', '$[0]', '**[id]'])
      : random.pick(names.filter((name) => !['and', 'or', 'in', 'function', 'null'].includes(name)).concat('$'));
  const update = random.chance(85) ? `{"${random.pick(['name', 'total', 'new'])}": ${argument(site)}}` : argument(site);
  const remove = random.chance(35)
    ? `, ${random.pick(['"id"', '["id", "name"]', 'nothing', '"status"', '[]', '1', '$keys($)[0]'])}`
    : '';
  return atom(`|${pattern}|${update}${remove}|`, functionShape);
}
