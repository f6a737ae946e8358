/** The outcome of an evaluation, in a form that can be compared. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'error'; readonly code: string }
  /** A JavaScript error without a code. */
  | { readonly kind: 'crash'; readonly message: string }
  /** Not comparable: a limit of either engine, or a result that is too large to look at. */
  | { readonly kind: 'limit'; readonly code: string };

const maxResultSize = 100_000;

/** A result as it leaves the engine: plain JSON, or the error for a result that is not. */
export function outcomeOf(result: unknown): Outcome {
  const budget = { left: maxResultSize };
  try {
    const value = plain(result, budget, 0);
    return value === undefined ? { kind: 'nothing' } : { kind: 'value', value };
  } catch (error) {
    if (error instanceof NotPlain) return error.outcome;
    throw error;
  }
}

class NotPlain extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

function plain(value: unknown, budget: { left: number }, depth: number): unknown {
  budget.left -= 1;
  if (budget.left < 0 || depth > 500) throw new NotPlain({ kind: 'limit', code: 'RESULT_TOO_LARGE' });
  if (isFunction(value) || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new NotPlain({ kind: 'error', code: 'RESULT_NOT_JSON' });
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, budget, depth + 1) ?? null);
  const members = Object.entries(value).map(([key, member]) => [key, plain(member, budget, depth + 1)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value);
}

/** Exact equality: kind, error code, values, the order of list items and object keys, and -0. */
export function sameOutcome(left: Outcome, right: Outcome): boolean {
  if (left.kind === 'value') return right.kind === 'value' && sameValue(left.value, right.value);
  if (left.kind === 'nothing') return right.kind === 'nothing';
  return left.kind === 'error' && right.kind === 'error' && right.code === left.code;
}

function sameValue(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return Object.is(left, right);
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftKeys = Object.keys(left);
  const rightKeys = Object.keys(right);
  if (leftKeys.length !== rightKeys.length) return false;
  return leftKeys.every(
    (key, index) =>
      rightKeys[index] === key &&
      sameValue((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}
