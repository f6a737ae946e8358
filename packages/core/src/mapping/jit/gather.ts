import type { Ir } from '../syntax/ir.ts';
import { canBe, kinds, type Operand } from './operand.ts';
import type { Program } from './program.ts';
import type { Site } from './site.ts';
import { toPlain } from './to-value.ts';

/**
 * Emits the items of a path (or another expression) into an array of our own, for code that takes them before they are
 * a value.
 */
export function gather(node: Ir, site: Site): Operand {
  return gatherFrom(site, (push) => site.emitter.eachUnsettled(node, site, { item: push, takesRawLists: true }));
}

/** `produce` passes on the items. It may do so more than once, as long as only the last time counts. */
export function gatherFrom(site: Site, produce: (push: (item: Operand) => void) => void): Operand {
  const { program } = site;
  const list = program.define('l', '[]');
  let gathered: Operand = { code: list, kinds: kinds.missing };
  produce((item) => {
    const made = site.isResult ? toPlain(item, site) : item;
    if (site.isResult) program.countResult(1);
    else refuseFunction(item, program);
    program.line(`if (${list}.push(${made.code}) > ${program.limits.maxItems}) throw bail;`);
    gathered = { ...made, code: list };
  });
  const { literal: _, isPlain: __, ...rest } = gathered;
  return { ...rest, isGathered: true, ...(site.isResult && { isPlain: true }) };
}

/** JavaScript for an array with the items of a value that may be a list. It is empty when the value is missing. */
export function listCode(operand: Operand, { program }: Pick<Site, 'program'>): string {
  const { code } = operand;
  if (operand.isGathered === true && canBe(operand, kinds.list)) {
    // A list as the only item is the value, and its items are the list's.
    program.once(['nested', code], () => {
      program.line(`if (${code}.length === 1 && Array.isArray(${code}[0])) throw bail;`);
      return operand;
    });
  }
  if (operand.isGathered === true || (operand.kinds & ~kinds.list) === 0) return code;
  refuseFunction(operand, program);
  return program.once(['list', code], () => ({
    code: program.define('l', `Array.isArray(${code}) ? ${code} : ${code} === undefined ? none : [${code}]`),
    kinds: kinds.list,
  })).code;
}

/** Functions are not data. Signatures refuse them, and so do lists and objects whose fields are read later. */
export function refuseFunction(operand: Operand, program: Program): void {
  if (!canBe(operand, kinds.callable)) return;
  program.once(['data', operand.code], () => {
    program.line(`if (typeof ${operand.code} === "function") throw bail;`);
    return operand;
  });
}
