import { FunctionFailure, type MappingFunction } from './function-definition.ts';

/** Key of a table's answer for every key it does not list. */
export const otherKeys = '*';

export const valueMap = {
  name: 'valueMap',
  signature: '<s(snbl)x?:x>',
  parameters: ['table', 'key', 'otherwise'],
  summary:
    'Looks a key up in a value map by name. A key the map does not hold is an error, unless a third argument, or the row `*`, says what to use instead.',
  examples: [
    {
      expression: '$valueMap("subsidiary", "HP-UK")',
      bindings: { valueMaps: { subsidiary: { 'HP-UK': '2', 'HP-DE': '3' } } },
      result: '2',
    },
    {
      expression: '$valueMap("subsidiary", "HP-FR")',
      bindings: { valueMaps: { subsidiary: {} } },
      error: 'VALUE_MAP_NO_ENTRY',
    },
    { expression: '$valueMap("subsidiary", "HP-FR", "1")', bindings: { valueMaps: { subsidiary: {} } }, result: '1' },
    { expression: '$valueMap("tax", "CH")', bindings: { valueMaps: { tax: { GB: 'S', '*': 'Z' } } }, result: 'Z' },
    { expression: '$valueMap("subsidiary", entity)', input: {}, bindings: { valueMaps: { subsidiary: {} } } },
    { expression: '$valueMap("no-such-map", "x")', error: 'VALUE_MAP_UNKNOWN' },
  ],
  implementation(context, table: string, key: string | number | boolean | null | undefined, otherwise?: unknown) {
    const rows = Object.hasOwn(context.valueMaps, table) ? context.valueMaps[table] : undefined;
    if (rows === undefined) {
      const known = Object.keys(context.valueMaps).toSorted().join(', ') || 'none';
      throw new FunctionFailure('VALUE_MAP_UNKNOWN', `There is no value map "${table}" here. Known: ${known}.`);
    }
    if (key === undefined || key === null) return otherwise;
    if (Object.hasOwn(rows, String(key))) return rows[String(key)];
    if (otherwise !== undefined) return otherwise;
    if (Object.hasOwn(rows, otherKeys)) return rows[otherKeys];
    throw new FunctionFailure(
      'VALUE_MAP_NO_ENTRY',
      `The value map "${table}" has no entry for "${String(key)}". Add one, or correct the value in the source.`,
    );
  },
} satisfies MappingFunction;
