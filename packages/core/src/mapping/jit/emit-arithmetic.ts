import type { BinaryIr, Ir } from '../syntax/ir.ts';
import { canBe, isOnly, kinds, quote, type Operand } from './operand.ts';
import type { Site } from './site.ts';
import { toArgument } from './to-value.ts';

/**
 * Emits a whole tree of `+ - * / %` at once: one test that all its leaves are numbers, then plain JavaScript. When a
 * leaf is not a number, or the result is not finite (even if an inner operand caused that), the engine's own
 * operations, which handle missing values and errors, do it again.
 */
export function emitArithmetic(node: BinaryIr, site: Site): Operand {
  const { program } = site;
  const leaves = new Map<Ir, Operand>();
  collectLeaves(node, site, leaves);
  const guards = new Set<string>();
  let isMissing = false;
  let isNested = leaves.size > 2;
  for (const leaf of leaves.values()) {
    if (!isOnly(leaf, kinds.number)) guards.add(`typeof ${leaf.code} === "number"`);
    if (canBe(leaf, ~kinds.number)) isMissing = true;
    if (leaf.isFinite !== true) isNested = true;
  }
  const quick = quickCode(node, leaves);
  const result = program.fresh('r');
  const slow = slowCode(node, leaves);
  const test = [...guards, ...(isNested ? [`(${result} = ${quick}, ${result} - ${result} === 0)`] : [])].join(' && ');
  const made = { code: result, kinds: kinds.number | (isMissing ? kinds.missing : 0) };
  if (test === '') program.line(`const ${result} = ${quick};`);
  else if (!isNested) program.line(`const ${result} = ${test} ? ${quick} : ${slow};`);
  else {
    program.line(`let ${result};`);
    program.line(`if (!(${test})) ${result} = ${slow};`);
  }
  return made;
}

/** An infinite divisor disappears in the result, so a computed divisor becomes a leaf that is tested separately. */
function collectLeaves(node: BinaryIr, site: Site, leaves: Map<Ir, Operand>): void {
  const isDividing = node.operator === '/' || node.operator === '%';
  for (const written of [node.left, node.right]) {
    const side = withoutBrackets(written);
    if (isInner(side) && !isDividing) collectLeaves(side, site, leaves);
    else if (isInner(side) && written === node.left && node.operator === '/') collectLeaves(side, site, leaves);
    else leaves.set(side, checked(side, isDividing, site));
  }
}

function checked(side: Ir, isDividing: boolean, site: Site): Operand {
  const leaf = site.emitter.value(side, { ...site, isResult: false });
  const operand: Operand =
    leaf.isGathered === true ? { code: toArgument(leaf), kinds: leaf.kinds | kinds.list | kinds.missing } : leaf;
  const { code } = operand;
  if (!isDividing || operand.isFinite === true || !canBe(operand, kinds.number)) return operand;
  site.program.line(`if (typeof ${code} === "number" && ${code} - ${code} !== 0) throw bail;`);
  return { ...operand, isFinite: true };
}

const operators: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

export function isArithmetic(node: Ir): boolean {
  return node.kind === 'binary' && operators.has(node.operator);
}

function isInner(node: Ir): node is BinaryIr {
  return isArithmetic(node) && node.predicates === undefined && node.group === undefined;
}

/** `(a - b)` in a tree of operators is the same as `a - b`. */
function withoutBrackets(node: Ir): Ir {
  const [only] = node.kind === 'block' && node.expressions.length === 1 ? node.expressions : [];
  return only !== undefined && isInner(only) && node.predicates === undefined && node.group === undefined ? only : node;
}

function quickCode(node: Ir, leaves: ReadonlyMap<Ir, Operand>): string {
  const leaf = leaves.get(node);
  if (leaf !== undefined) return leaf.code;
  const { operator, left, right } = node as BinaryIr;
  return `(${quickCode(withoutBrackets(left), leaves)} ${operator} ${quickCode(withoutBrackets(right), leaves)})`;
}

function slowCode(node: Ir, leaves: ReadonlyMap<Ir, Operand>): string {
  const leaf = leaves.get(node);
  if (leaf !== undefined) return leaf.code;
  const { operator, left, right } = node as BinaryIr;
  const [before, after] = [slowCode(withoutBrackets(left), leaves), slowCode(withoutBrackets(right), leaves)];
  return `arithmetic(${quote(operator)}, ${before}, ${after})`;
}
