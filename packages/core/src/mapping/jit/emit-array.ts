import type { Ir } from '../syntax/ir.ts';
import { gatherFrom, refuseFunction } from './gather.ts';
import { canBe, isOnly, kinds, type Operand } from './operand.ts';
import type { Site } from './site.ts';
import { toPlain, toValue } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** `[items]`: the value of an item is flattened, unless the item is an array constructor itself. */
export function emitArray(node: Ir & { kind: 'array' }, site: Site): Operand {
  if (node.isConstructed === true) throw new Uncovered('array step');
  const simple = literalArray(node, site);
  const { isGathered: _, ...list } = simple ?? gatherFrom(site, (push) => pushAll(node.items, site, push));
  if (site.isResult) site.program.countResult(1);
  return { ...list, kinds: kinds.list };
}

function pushAll(items: readonly Ir[], site: Site, push: (item: Operand) => void): void {
  for (const item of items) {
    if (item.kind !== 'array') site.emitter.each(item, site, { item: push, takesRawLists: true });
    else pushWhole(site.emitter.value(item, site), site, push);
  }
}

/** Pushes a list that is written inside a list as one item, whatever its filters leave of it. */
function pushWhole(item: Operand, site: Site, push: (item: Operand) => void): void {
  const value = toValue(item, site);
  if (!canBe(value, kinds.missing)) return push(value);
  site.program.block(`if (${value.code} !== undefined)`, () => push({ ...value, kinds: value.kinds & ~kinds.missing }));
}

/** Items that are never missing and never lists become one array literal. */
function literalArray(node: Ir & { kind: 'array' }, site: Site): Operand | undefined {
  const { program } = site;
  const isSimple = node.items.every(({ kind }) => simpleKinds.has(kind));
  if (!isSimple) return undefined;
  const items = node.items.map((item) => {
    const operand = site.emitter.value(item, site);
    if (site.isResult) return toPlain(operand, site);
    refuseFunction(operand, program);
    return operand;
  });
  if (items.some((item) => item.isGathered === true || canBe(item, kinds.list | kinds.missing))) {
    throw new Uncovered('items');
  }
  if (site.isResult) program.countResult(items.length);
  const code = program.define('l', `[${items.map((item) => item.code).join(', ')}]`);
  const isFinite = items.every((item) => item.isFinite === true || !isOnly(item, kinds.number));
  return { code, kinds: kinds.list, ...(isFinite && { isFinite: true }), ...(site.isResult && { isPlain: true }) };
}

const simpleKinds: ReadonlySet<Ir['kind']> = new Set(['literal', 'object']);
