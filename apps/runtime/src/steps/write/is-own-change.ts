import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { isReflected } from './is-reflected.ts';

/**
 * Whether the difference between a record before and after our write is our write alone: its fields say what we sent, and
 * every other field that somebody could have written stands as before. Fields that the system fills in do not count. Of
 * a record that we created, nothing but our own fields can be compared.
 */
export function isOwnChange(
  schema: JsonSchema,
  before: SourceRecord | undefined,
  written: SourceRecord,
  after: SourceRecord,
): boolean {
  if (!isReflected(written, after)) return false;
  if (before === undefined) return true;
  return Object.entries(schema.properties ?? {}).every(
    ([name, { readOnly }]) =>
      readOnly === true ||
      Object.hasOwn(written, name) ||
      (isReflected(before[name], after[name]) && isReflected(after[name], before[name])),
  );
}
