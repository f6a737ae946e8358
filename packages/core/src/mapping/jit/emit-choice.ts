import type { BinaryIr, ConditionalIr, DefaultIr } from '../syntax/ir.ts';
import { canBe, isOnly, isPlainOperand, kinds, nothing, type Operand } from './operand.ts';
import type { Program } from './program.ts';
import type { Site } from './site.ts';
import { toArgument, toPlain, toValue } from './to-value.ts';

/** JavaScript that is true where a value counts as true. */
export function truthCode(operand: Operand): string {
  const code = toArgument(operand);
  if (operand.isGathered === true) return `truthOf(run, ${code})`;
  if (isOnly(operand, kinds.boolean)) return code;
  if (isOnly(operand, kinds.boolean | kinds.missing | kinds.null)) return `${code} === true`;
  if (isOnly(operand, kinds.text | kinds.missing | kinds.null)) return `(${code} != null && ${code} !== "")`;
  return `(${code} === true || ${code} !== false && ${code} !== undefined && truthOf(run, ${code}))`;
}

/** `and` and `or`: the right side is evaluated only if the left side does not decide. */
export function emitLogic({ operator, left, right }: BinaryIr, site: Site): Operand {
  const { program, emitter } = site;
  const inner = { ...site, isResult: false };
  const first = emitter.condition(left, inner);
  const result = program.fresh('b');
  const lines = program.lineCount;
  let second = '';
  const at = program.reserve();
  program.enter();
  second = emitter.condition(right, inner);
  program.leave();
  if (program.lineCount === lines + 1) {
    program.fill(at, `const ${result} = ${first} ${operator === 'and' ? '&&' : '||'} ${second};`);
    return { code: result, kinds: kinds.boolean };
  }
  program.fill(
    at,
    operator === 'and' ? `let ${result} = false;\nif (${first}) {` : `let ${result} = true;\nif (!(${first})) {`,
  );
  program.line(`${result} = ${second};`);
  program.line('}');
  return { code: result, kinds: kinds.boolean };
}

export function emitConditional({ condition, whenTrue, whenFalse }: ConditionalIr, site: Site): Operand {
  const test = site.emitter.condition(condition, { ...site, isResult: false });
  return emitBranches(site, test, [
    (inner) => inner.emitter.value(whenTrue, inner),
    (inner) => (whenFalse === undefined ? nothing : inner.emitter.value(whenFalse, inner)),
  ]);
}

/** `left ?: right`, `left ?? right`. */
export function emitDefault({ operator, left, right }: DefaultIr, site: Site): Operand {
  const value = toValue(site.emitter.value(left, { ...site, isResult: false }), site);
  if (operator === '??' && !canBe(value, kinds.missing)) return value;
  const test = operator === '??' ? `${value.code} !== undefined` : truthCode(value);
  const there: Operand = { ...value, kinds: value.kinds & ~kinds.missing };
  return emitBranches(site, test, [() => there, (inner) => inner.emitter.value(right, inner)]);
}

type Branch = (site: Site) => Operand;

function emitBranches(site: Site, test: string, [whenTrue, whenFalse]: readonly [Branch, Branch]): Operand {
  const { program } = site;
  const result = program.fresh('c');
  const lines = program.lineCount;
  const at = program.reserve();
  const first = branchIn(program, site, whenTrue);
  const between = program.reserve();
  const second = branchIn(program, site, whenFalse);
  const merged = { code: result, ...merge(first, second, site.isResult) };
  if (program.lineCount === lines + 2) {
    program.fill(at, `const ${result} = ${test} ? ${first.code} : ${second.code};`);
    return merged;
  }
  program.fill(at, `let ${result};\nif (${test}) {`);
  program.fill(between, `${result} = ${first.code};\n} else {`);
  program.line(`${result} = ${second.code};`);
  program.line('}');
  return merged;
}

function branchIn(program: Program, site: Site, branch: Branch): Operand {
  program.enter();
  const operand = branch(site);
  const value = site.isResult ? toPlain(operand, site) : toValue(operand, site);
  program.leave();
  return value;
}

function merge(a: Operand, b: Operand, isResult: boolean): Omit<Operand, 'code'> {
  return {
    kinds: a.kinds | b.kinds,
    ...((a.isFinite ?? !canBe(a, kinds.number)) && (b.isFinite ?? !canBe(b, kinds.number)) && { isFinite: true }),
    ...(isResult && isPlainOperand(a) && isPlainOperand(b) && { isPlain: true }),
    ...((a.isMarked ?? b.isMarked) && { isMarked: true }),
  };
}
