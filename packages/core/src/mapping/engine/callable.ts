import type { TextRange } from '../syntax/syntax-node.ts';
import type { ArgumentCheck } from './argument-check.ts';
import type { Run } from './run.ts';
import type { SafeRegex } from './safe-regex.ts';

/**
 * A function as a value of the language: a builtin, a lambda, a partial application, a regular expression. It is a
 * JavaScript function so that `typeof` distinguishes it from data, which keeps field access on data free of further
 * tests. Never call it directly: `applyCallable` checks the arguments, counts the depth and resolves tail calls.
 */
export interface Callable {
  (run: Run, args: readonly unknown[], context: unknown): unknown;
  /** The number of arguments that it declares. Higher-order functions pass no more than these. */
  arity: number;
  /** Without the `$`; undefined for an anonymous function. */
  label: string | undefined;
  /** Runs before every call; undefined when any arguments are accepted. */
  check: ArgumentCheck | undefined;
  kind: 'builtin' | 'lambda' | 'regex';
  /**
   * Set for a regular expression literal, so that text functions need not go through its matcher. Set `lastIndex`
   * before using it.
   */
  regex?: SafeRegex;
}

/** The range of a call in the text, for failures inside it. */
export interface CallSite {
  readonly range: TextRange;
  /** The name that is called, without the `$`. */
  readonly token: string | undefined;
}

/** JavaScript's own functions, which a host may have left in its data, do not count. */
export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function' && (value as Partial<Callable>).kind !== undefined;
}

/** Adds to an implementation what callers of a function need to know. */
export function callableOf(
  implementation: (run: Run, args: readonly unknown[], context: unknown) => unknown,
  { arity, label, check, kind }: Pick<Callable, 'arity' | 'label' | 'check' | 'kind'>,
): Callable {
  const callable = implementation as Callable;
  callable.arity = arity;
  callable.label = label;
  callable.check = check;
  callable.kind = kind;
  return callable;
}
