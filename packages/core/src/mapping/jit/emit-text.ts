import type { BinaryIr, Ir } from '../syntax/ir.ts';
import { isOnly, kinds, quote, type Operand } from './operand.ts';
import type { Site } from './site.ts';
import { toArgument } from './to-value.ts';

/** A chain of `&`: JavaScript's `+` on the texts of its parts. The length is checked once, because it only grows. */
export function emitConcatenation(node: BinaryIr, site: Site): Operand {
  const { program } = site;
  const parts: string[] = [];
  for (const part of partsOf(node)) {
    const operand = site.emitter.value(part, { ...site, isResult: false });
    if (operand.literal === '') continue;
    const code = textCode(operand);
    parts.push(operand.literal !== undefined || code === operand.code ? code : program.define('t', code));
  }
  const text = program.define('t', parts.length === 0 ? '""' : parts.join(' + '));
  const { start, end } = node;
  program.line(`if (${text}.length > ${program.limits.maxTextLength}) tooLong(run, ${text}.length, ${start}, ${end});`);
  if (parts.length > 1) {
    const list = `[${parts.join(', ')}]`;
    program.line(`if (${text}.length > 1000) spendOnParts(run, ${list}, ${start}, ${end});`);
  }
  return { code: text, kinds: kinds.text };
}

/** Concatenation is associative, so the parts can be regrouped as long as they become texts in the same order. */
function partsOf(node: Ir): readonly Ir[] {
  if (node.kind !== 'binary' || node.operator !== '&' || node.predicates !== undefined || node.group !== undefined) {
    return [node];
  }
  return [...partsOf(node.left), ...partsOf(node.right)];
}

function textCode(operand: Operand): string {
  const code = toArgument(operand);
  if (operand.literal !== undefined && typeof operand.literal === 'string') return quote(operand.literal);
  if (operand.isGathered === true) return `textOf(run, ${code})`;
  if (isOnly(operand, kinds.text)) return code;
  if (isOnly(operand, kinds.text | kinds.missing)) return `(${code} === undefined ? "" : ${code})`;
  // The text of a missing value is empty.
  return `(typeof ${code} === "string" ? ${code} : valueText(run, ${code}))`;
}
