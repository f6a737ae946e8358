import type { Problem } from '../../src/flow/problem.ts';
import { validateFlow } from '../../src/flow/validate.ts';
import type { ValidationContext } from '../../src/flow/validation-context.ts';
import { sampleContext, validFlow } from './sample-flow.ts';

/** One problem, and every line that the validator reports for it. */
export interface ProblemCase {
  readonly problems: () => readonly Problem[];
  readonly expected: readonly string[];
}

/**
 * What to change in a valid document, by JSON pointer: a value to set, or undefined to remove the existing one. `-` as
 * the last token appends to a list, `+2` inserts at 2.
 */
export type Edits = Readonly<Record<string, unknown>>;

/** The valid flow with something broken in it. */
export const spoilt = (
  edits: Edits,
  expected: readonly string[],
  context: Partial<ValidationContext> = {},
): ProblemCase => ({
  problems: () => validateFlow(edited(validFlow(), edits), { ...sampleContext, ...context }),
  expected,
});

export function edited(document: unknown, edits: Edits): unknown {
  const copy: unknown = structuredClone(document);
  for (const [pointer, value] of Object.entries(edits)) {
    const tokens = pointer.split('/').slice(1);
    const last = tokens.pop() ?? '';
    let holder = copy;
    for (const token of tokens) holder = Reflect.get(requireHolder(holder, pointer), token);
    place(requireHolder(holder, pointer), last, value);
  }
  return copy;
}

function place(holder: object, token: string, value: unknown): void {
  if (Array.isArray(holder) && token === '-') holder.push(value);
  else if (Array.isArray(holder) && token.startsWith('+')) holder.splice(Number(token), 0, value);
  else if (value === undefined) Reflect.deleteProperty(holder, token);
  else Reflect.set(holder, token, value);
}

function requireHolder(value: unknown, pointer: string): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new Error(`The sample has nothing at ${pointer}.`);
}
