import type { Signature } from '../syntax/parse-signature.ts';
import type { Run } from './run.ts';

/**
 * A function as a value of the language: a builtin, a lambda, a partial application, a regular expression. It is a
 * JavaScript function so that `typeof` tells it from data, which keeps field access on data free of further tests.
 * Never call it directly: `applyCallable` checks the arguments, counts the depth and resolves tail calls.
 */
export interface Callable {
  (run: Run, args: readonly unknown[], context: unknown): unknown;
  /** How many arguments it declares: higher-order functions pass it no more than these. */
  arity: number;
  /** Without the `$`; undefined for an anonymous function. */
  label: string | undefined;
  /** Checked before every call; undefined when anything goes. */
  signature: Signature | undefined;
  kind: 'builtin' | 'lambda' | 'regex';
  /** Of a regular expression literal, so that text functions need not go through its matcher. Global; set `lastIndex`. */
  regex?: RegExp;
}

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}
