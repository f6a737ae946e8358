import type { SortIr } from '../syntax/ir.ts';
import { anyData, kinds, type Operand } from './operand.ts';
import { itemSamples } from './read-name.ts';
import type { Site } from './site.ts';
import { toValue } from './to-value.ts';

/**
 * `^(terms)`: the terms of each item once, then JavaScript's own stable sort. That is right as long as the values of a
 * term are all numbers or all texts (or missing), when no comparison can fail; else it bails out.
 */
export function emitSorted(node: SortIr, list: string, items: Operand, site: Site): Operand {
  const { program } = site;
  const [ranked, sorted] = [program.define('l', '[]'), program.define('l', '[]')];
  const masks = node.terms.map(() => program.fresh('m'));
  program.line(`let ${masks.map((mask) => `${mask} = 0`).join(', ')};`);
  program.loop(list, node, (code) => {
    const context: Operand = {
      code,
      kinds: items.isGathered === true ? items.kinds : anyData & ~kinds.missing & ~kinds.list,
      ...(items.isFinite && { isFinite: true }),
      ...itemSamples(items),
    };
    if (items.isGathered !== true) program.line(`if (Array.isArray(${code})) throw bail;`);
    const keys = node.terms.map(({ expression }, index) => {
      const key = toValue(site.emitter.value(expression, { ...site, context, isResult: false }), site).code;
      const mask = masks[index] ?? '';
      program.line(
        `${mask} |= typeof ${key} === "string" ? 1 : typeof ${key} === "number" ? 2 : ${key} === undefined ? 4 : 8;`,
      );
      return `k${index}: ${key}`;
    });
    program.line(`${ranked}.push({ x: ${code}, ${keys.join(', ')} });`);
  });
  program.line(`if (${masks.map((mask) => `(${mask} & 3) === 3 || ${mask} > 7`).join(' || ')}) throw bail;`);
  const comparisons = node.terms.map(({ isDescending }, index) => {
    const [a, b] = [`a.k${index}`, `b.k${index}`];
    const order = isDescending ? `${a} > ${b}` : `${a} < ${b}`;
    return `if (${a} !== ${b}) return ${a} === undefined ? 1 : ${b} === undefined ? -1 : ${order} ? -1 : 1;`;
  });
  program.line(`${ranked}.sort((a, b) => { ${comparisons.join(' ')} return 0; });`);
  // Sorting takes more than one step per item: n log n, of which the loops here count three.
  program.loop(ranked, node, (code) => program.line(`${sorted}.push(${code}.x);`));
  const known = items.isGathered === true ? items.kinds & ~kinds.missing : anyData & ~kinds.missing & ~kinds.list;
  return {
    code: sorted,
    kinds: known,
    isGathered: true,
    ...(items.isFinite && { isFinite: true }),
    ...itemSamples(items),
  };
}
