import { checkNesting } from '../builtins/check-nesting.ts';
import { badArgument } from './bad-argument.ts';
import type { FunctionContext } from './function-definition.ts';
import { shownValue } from './shown-value.ts';

/**
 * JSON in the canonical form of RFC 8785: members sorted by UTF-16 units, no white space, numbers as JavaScript writes
 * them. Undefined members are left out, as everywhere in a mapping's result.
 * @throws EvaluationFailure BAD_ARGUMENT for a value that is not data, TEXT_TOO_LONG, D1011
 */
export function canonicalJson(value: unknown, context: FunctionContext, functionName: string): string {
  const pieces: string[] = [];
  let length = 0;
  const write = (piece: string): void => {
    length += piece.length;
    context.spend(piece.length >> 3);
    context.checkText(length);
    pieces.push(piece);
  };
  writeValue(value, { context, functionName, write }, 0);
  return pieces.join('');
}

interface Writing {
  readonly context: FunctionContext;
  readonly functionName: string;
  readonly write: (piece: string) => void;
}

function writeValue(value: unknown, writing: Writing, depth: number): void {
  checkNesting(writing.context, depth);
  if (Array.isArray(value)) return writeList(value, writing, depth);
  if (typeof value === 'object' && value !== null) return writeObject(value, writing, depth);
  const isData =
    typeof value === 'number' ? Number.isFinite(value) : value !== undefined && typeof value !== 'function';
  if (!isData) {
    throw badArgument(`$${writing.functionName} takes data, which ${shownValue(value)} is not.`, value);
  }
  writing.write(JSON.stringify(value));
}

function writeList(list: readonly unknown[], writing: Writing, depth: number): void {
  writing.context.spend(list.length);
  writing.write('[');
  for (const [index, item] of list.entries()) {
    if (index > 0) writing.write(',');
    writeValue(item ?? null, writing, depth + 1);
  }
  writing.write(']');
}

function writeObject(object: object, writing: Writing, depth: number): void {
  const members = Object.entries(object).filter(([, member]) => member !== undefined);
  writing.context.spend(members.length * 2 + 1);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  writing.write('{');
  for (const [index, [key, member]] of members.entries()) {
    writing.write(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
    writeValue(member, writing, depth + 1);
  }
  writing.write('}');
}
