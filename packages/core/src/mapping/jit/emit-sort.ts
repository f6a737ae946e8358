import type { SortIr } from '../syntax/ir.ts';
import type { Operand } from './operand.ts';
import { itemIn } from './read-name.ts';
import type { Site } from './site.ts';
import { toValue } from './to-value.ts';

/**
 * `^(terms)`: evaluates the terms of each item once, then uses JavaScript's own stable sort. That is correct as long as
 * the values of a term are all numbers or all texts (or missing), because then no comparison can fail. Otherwise it
 * bails out. Returns the name of an array of objects, which have the items under `x`.
 */
export function emitSorted(node: SortIr, list: string, items: Operand, site: Site): string {
  const { program } = site;
  const ranked = program.define('l', '[]');
  const [first, ...others] = rankEach(node, list, items, site, (record) => program.line(`${ranked}.push(${record});`));
  program.line(`if (${first}) throw bail;`);
  // Sorting takes more than one step per item.
  program.line(`if ((run.ticks -= ${ranked}.length * 8) < 0) nextSlice(run, ${node.start}, ${node.end});`);
  program.line(`${ranked}.sort((a, b) => ${orderCode(node, 'a', 'b')});`);
  // Values of a further term are only compared, and can only fail, when all earlier ones are equal.
  for (const [index, isMixed] of others.entries()) {
    const fields = node.terms.slice(0, index + 1).map((_, term) => `k${term}`);
    program.line(`if (${isMixed} && hasTies(${ranked}, ${program.constant(fields)})) throw bail;`);
  }
  return ranked;
}

/** `^(terms)[0]`: the first item is found without sorting. Returns its name; it is undefined if there are no items. */
export function emitFirst(node: SortIr, list: string, items: Operand, site: Site): string {
  const { program } = site;
  const [first, order] = [program.fresh('f'), program.define('f', `(a, b) => ${orderCode(node, 'a', 'b')}`)];
  program.line(`let ${first};`);
  const mixed = rankEach(node, list, items, site, (record) => {
    const ranked = program.define('o', record);
    program.line(`if (${first} === undefined || ${order}(${ranked}, ${first}) < 0) ${first} = ${ranked};`);
  });
  program.line(`if (${mixed.join(' || ')}) throw bail;`);
  return program.define('f', `${first}?.x`);
}

/** Emits an expression that is below zero if `a` comes first. */
function orderCode({ terms }: SortIr, a: string, b: string): string {
  return terms.reduceRight((rest, { isDescending }, index) => {
    const [left, right] = [`${a}.k${index}`, `${b}.k${index}`];
    const order = isDescending ? `${left} > ${right}` : `${left} < ${right}`;
    return `${left} === ${right} ? ${rest} : ${left} === undefined ? 1 : ${right} === undefined ? -1 : ${order} ? -1 : 1`;
  }, '0');
}

/** Returns, for each term, JavaScript that is true if its values are neither all texts nor all numbers. */
function rankEach(
  node: SortIr,
  list: string,
  items: Operand,
  site: Site,
  use: (record: string) => void,
): readonly string[] {
  const { program } = site;
  const masks = node.terms.map(() => program.fresh('m'));
  program.line(`let ${masks.map((mask) => `${mask} = 0`).join(', ')};`);
  program.loop(list, node, (code) => {
    const context = itemIn(program, code, items);
    const keys = node.terms.map(({ expression }, index) => {
      const key = toValue(site.emitter.value(expression, { ...site, context, isResult: false }), site).code;
      const mask = masks[index] ?? '';
      program.line(
        `${mask} |= typeof ${key} === "string" ? 1 : typeof ${key} === "number" ? 2 : ${key} === undefined ? 4 : 8;`,
      );
      program.line(`if (typeof ${key} === "string" && ${key}.length > 1000) run.spend(${key}.length);`);
      return `k${index}: ${key}`;
    });
    use(`{ x: ${code}, ${keys.join(', ')} }`);
  });
  return masks.map((mask) => `((${mask} & 3) === 3 || ${mask} > 7)`);
}
