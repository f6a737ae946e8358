import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';

/** The fields of a record that its system also returns. */
export function readableFields(record: SourceRecord, schema: JsonSchema): SourceRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => schema.properties?.[name]?.writeOnly !== true));
}
