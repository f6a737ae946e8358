import { failureOf } from './failure-of.ts';

/** Fields that change an object's prototype when somebody merges or assigns the result carelessly. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Names that the reference uses for its own marks. */
const reservedKeys: ReadonlySet<string> = new Set(['_jsonata_lambda', '_jsonata_function']);

/** Guards every field that a mapping assigns. @throws EvaluationFailure `UNSAFE_KEY`, `D1013` */
export function checkKey(key: string): void {
  if (unsafeKeys.has(key)) throw failureOf('UNSAFE_KEY', { value: key });
  if (reservedKeys.has(key)) throw failureOf('D1013', { value: key });
}

export function isUnsafeKey(key: string): boolean {
  return unsafeKeys.has(key) || reservedKeys.has(key);
}
