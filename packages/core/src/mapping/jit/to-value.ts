import { canBe, isOnly, isPlainOperand, kinds, type Operand } from './operand.ts';
import type { Program } from './program.ts';
import type { Site } from './site.ts';

/** Turns gathered items into the value that they stand for. Returns any other operand as it is. */
export function toValue(operand: Operand, { program }: Pick<Site, 'program'>): Operand {
  if (operand.isGathered !== true) return operand;
  const { code } = operand;
  return program.once(['settled', code], () => ({
    code: program.define('s', `${code}.length > 1 ? ${code} : ${code}[0]`),
    kinds: operand.kinds | kinds.list | kinds.missing,
    ...(operand.isPlain && { isPlain: true }),
    ...(operand.isFinite && { isFinite: true }),
    ...(operand.isMarked && { isMarked: true }),
    ...(operand.samples && { samples: [operand.samples, ...operand.samples] }),
  }));
}

/** The code for a value that is passed to functions of the engine. A gathered list gets the marks of a sequence. */
export function toArgument(operand: Operand): string {
  return operand.isGathered === true ? `sequence(run, ${operand.code})` : operand.code;
}

/** Makes a value part of the result. It is copied unless it is known to be plain JSON of our own. */
export function toPlain(operand: Operand, site: Site): Operand {
  const { program } = site;
  const value = toValue(operand, site);
  countCharacters(value, program);
  if (isPlainOperand(value)) return { ...value, isPlain: true };
  const { code } = value;
  if (!canBe(value, kinds.record | kinds.list | kinds.callable)) {
    if (value.isFinite === true) return value;
    program.line(`if (typeof ${code} === "number" && ${code} - ${code} !== 0) throw bail;`);
    return { ...value, isFinite: true, isPlain: true };
  }
  const isData = value.isFinite === true && !canBe(value, kinds.callable);
  if (isData && value.samples?.every(isScalar) === true) {
    return program.once(['scalar', code], () => {
      program.line(`if (typeof ${code} === "object" && ${code} !== null) throw bail;`);
      return { ...value, kinds: value.kinds & ~kinds.record & ~kinds.list, isPlain: true };
    });
  }
  program.noteWork();
  const isScalarCode = value.isFinite === true ? `typeof ${code} !== "object" || ${code} === null` : scalarTest(code);
  const isCallable = canBe(value, kinds.callable) && value.isFinite === true;
  if (isCallable) program.line(`if (typeof ${code} === "function") throw bail;`);
  return {
    code: program.define('p', `${isScalarCode} ? ${code} : copyPlain(${code}, tally)`),
    kinds: value.kinds & ~kinds.callable,
    isPlain: true,
    ...(value.samples && { samples: value.samples }),
  };
}

/** Counts a text that becomes part of the result, unless it was counted when it was made for it. */
function countCharacters(value: Operand, program: Program): void {
  const { code, literal } = value;
  if (literal !== undefined) program.countResult(0, typeof literal === 'string' ? literal.length : 0);
  else if (value.isPlain !== true && canBe(value, kinds.text)) {
    const test = isOnly(value, kinds.text) ? '' : `if (typeof ${code} === "string") `;
    program.line(`${test}characters += ${code}.length;`);
  }
}

function isScalar(sample: unknown): boolean {
  return typeof sample !== 'object' || sample === null;
}

function scalarTest(code: string): string {
  return `typeof ${code} === "string" || ${code} === undefined || ${code} === null || typeof ${code} === "boolean"`;
}
