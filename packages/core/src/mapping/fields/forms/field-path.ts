import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FieldPath, PathStep } from '../field-form.ts';
import { pathName } from '../../path-name.ts';
import { readCondition, writeCondition } from './condition-rows.ts';
import type { FormReader, WriteForm } from './form-kind.ts';

/** A path of names that may start with a variable, where steps may be filtered; undefined for anything else. */
export function readPath(node: SyntaxNode, reader: FormReader): FieldPath | undefined {
  if (node.kind !== 'binary' || node.operator !== '.') {
    const step = readStep(node, reader);
    return step && [step];
  }
  const left = readPath(node.left, reader);
  const right = readStep(node.right, reader);
  return left === undefined || right === undefined || isVariable(right) ? undefined : [...left, right];
}

export const writePath = (path: FieldPath, write: WriteForm): string =>
  path
    .map(({ name, only, at }) => {
      const filter = only === undefined ? '' : `[${writeCondition(only, write)}]`;
      return `${isVariable({ name }) ? name : pathName(name)}${filter}${at === undefined ? '' : `[${at}]`}`;
    })
    .join('.');

/** True for a step that reads a variable and not a field. */
export const isVariable = ({ name }: PathStep): boolean => /^\$[\p{L}\p{N}_]*$|^\$\$$/u.test(name);

function readStep(node: SyntaxNode, reader: FormReader): PathStep | undefined {
  if (node.kind === 'variable') return { name: `$${node.name}` };
  if (node.kind === 'name')
    return node.name.startsWith('$') || node.name.includes('`') ? undefined : { name: node.name };
  if (node.kind !== 'filter') return undefined;
  const step = readStep(node.subject, reader);
  if (step === undefined || step.at !== undefined) return undefined;
  const at = placeOf(node.predicate);
  if (at !== undefined) return { ...step, at };
  return step.only === undefined ? { ...step, only: readCondition(node.predicate, reader) } : undefined;
}

/** A whole number that selects one item. */
function placeOf(node: SyntaxNode): number | undefined {
  const isNegative = node.kind === 'negate';
  const literal = isNegative ? node.operand : node;
  if (literal.kind !== 'literal' || !Number.isInteger(literal.value)) return undefined;
  return isNegative ? -Number(literal.value) : Number(literal.value);
}
