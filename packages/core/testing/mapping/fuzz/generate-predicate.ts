import { literal, nameText, numberLiteral } from './generate-leaf.ts';
import { smallNumbers } from './samples.ts';
import { fieldsOf, type ShapeKind } from './shape.ts';
import { inside, levels, at, type Site } from './site.ts';

/** The contents of the brackets in `step[…]`: positions, conditions, and things that are neither. */
export function predicate(site: Site): string {
  const { random } = site;
  const numbers = site.variables.filter(({ shape }) => shape.kind === 'number');
  return random.weighted<string>([
    [5, () => numberLiteral(random, smallNumbers).text],
    [8, () => condition(site)],
    [3, () => site.grow(inside(site), 'boolean').text],
    [2, () => `[${random.several(0, 3, () => numberLiteral(random, smallNumbers).text).join(', ')}]`],
    [1, () => `[${random.below(3)}..${random.below(4)}]`],
    [1, () => site.grow(inside(site), 'number').text],
    [1, () => site.grow(inside(site), 'any').text],
    [
      1,
      () =>
        random.pick([
          'nothing',
          '"a"',
          '""',
          '$',
          '-1',
          'true',
          'null',
          '[]',
          '{}',
          '[true]',
          '["a", 1]',
          '*',
          '$count($$) - 1',
        ]),
    ],
    [
      numbers.length > 0 ? 4 : 0,
      () => `$${random.pick(numbers).name} ${random.pick(['=', '<', '>', '!='])} ${random.below(3)}`,
    ],
    [site.parents.length > 0 ? 1 : 0, () => `$exists(%.${nameText(random.pick(['id', 'name', 'status']))})`],
  ]);
}

/** Compares a field with a value that it may well have. */
function condition(site: Site): string {
  const { random } = site;
  const fields = fieldsOf(site.context);
  if (fields.length === 0) {
    const kind = site.context.kind === 'text' ? 'text' : 'number';
    return `$ ${random.pick(['=', '!=', '<', '>', '>='])} ${literal(random, kind).text}`;
  }
  const [name, shape] = random.pick(fields);
  const kind: ShapeKind = shape.kind === 'object' || shape.kind === 'list' ? 'any' : shape.kind;
  if (random.chance(25)) return nameText(name);
  const operators = kind === 'number' || kind === 'text' ? ['=', '!=', '<', '<=', '>', '>='] : ['=', '!=', 'in'];
  const value = random.chance(70) ? literal(random, kind).text : at(levels.compare + 1, site.grow(inside(site), kind));
  return `${nameText(name)} ${random.pick(operators)} ${value}`;
}
