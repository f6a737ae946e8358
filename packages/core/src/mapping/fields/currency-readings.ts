import { fieldsOf, schemaAt } from '../schema-fields.ts';
import type { ConnectInput } from './connection.ts';
import { pathName } from '../path-name.ts';
import { sourceExpression } from './source-path.ts';

/** Used when the source has no field for the currency. */
const common = ['"EUR"', '"GBP"', '"USD"'];

/**
 * Where the currency of an amount comes from: a field next to it, or next to what contains it, whose name speaks of a
 * currency. Without any, the common currencies.
 */
export function currencyReadings({ source, sourceSchema }: ConnectInput, reading: string): readonly string[] {
  const last = pathName(source.at(-1) ?? '');
  for (let length = source.length - 1; length >= 0; length -= 1) {
    const around = source.slice(0, length);
    const schema = schemaAt(sourceSchema, around);
    const field = fieldsOf(schema, sourceSchema).find(({ name }) => /currency/i.test(name));
    if (field === undefined) continue;
    const isBeside = length === source.length - 1 && reading.endsWith(last);
    return [
      isBeside
        ? `${reading.slice(0, reading.length - last.length)}${pathName(field.name)}`
        : `$$.${sourceExpression([...around, field.name])}`,
    ];
  }
  return common;
}
