import type { SortIr } from '../syntax/ir.ts';
import type { Operand } from './operand.ts';
import { itemIn } from './read-name.ts';
import type { Site } from './site.ts';
import { toValue } from './to-value.ts';

/**
 * `^(terms)`: the terms of each item once, then JavaScript's own stable sort. That is right as long as the values of a
 * term are all numbers or all texts (or missing), when no comparison can fail; else it bails out. Gives the name of an
 * array of records, which have the items under `x`.
 */
export function emitSorted(node: SortIr, list: string, items: Operand, site: Site): string {
  const { program } = site;
  const ranked = program.define('l', '[]');
  rankEach(node, list, items, site, (record) => program.line(`${ranked}.push(${record});`));
  program.line(`${ranked}.sort((a, b) => ${orderCode(node, 'a', 'b')});`);
  // Sorting takes more than one step per item.
  program.line(`if ((run.ticks -= ${ranked}.length * 8) < 0) nextSlice(run, ${node.start}, ${node.end});`);
  return ranked;
}

/** `^(terms)[0]`: the first item needs no sorting. Gives its name; it is undefined if there are no items. */
export function emitFirst(node: SortIr, list: string, items: Operand, site: Site): string {
  const { program } = site;
  const [first, order] = [program.fresh('f'), program.define('f', `(a, b) => ${orderCode(node, 'a', 'b')}`)];
  program.line(`let ${first};`);
  rankEach(node, list, items, site, (record) => {
    const ranked = program.define('o', record);
    program.line(`if (${first} === undefined || ${order}(${ranked}, ${first}) < 0) ${first} = ${ranked};`);
  });
  return program.define('f', `${first}?.x`);
}

/** Below zero, if `a` comes first: an expression. */
function orderCode({ terms }: SortIr, a: string, b: string): string {
  return terms.reduceRight((rest, { isDescending }, index) => {
    const [left, right] = [`${a}.k${index}`, `${b}.k${index}`];
    const order = isDescending ? `${left} > ${right}` : `${left} < ${right}`;
    return `${left} === ${right} ? ${rest} : ${left} === undefined ? 1 : ${right} === undefined ? -1 : ${order} ? -1 : 1`;
  }, '0');
}

function rankEach(node: SortIr, list: string, items: Operand, site: Site, use: (record: string) => void): void {
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
      return `k${index}: ${key}`;
    });
    use(`{ x: ${code}, ${keys.join(', ')} }`);
  });
  program.line(`if (${masks.map((mask) => `(${mask} & 3) === 3 || ${mask} > 7`).join(' || ')}) throw bail;`);
}
