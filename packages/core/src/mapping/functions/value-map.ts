import { EvaluationFailure } from '../engine/failure.ts';
import { mappingErrorCodes } from '../mapping-error.ts';
import { otherKeys } from '../value-map-table.ts';
import type { FunctionContext, MappingFunction } from './function-definition.ts';
import { nearestNames } from './nearest-names.ts';
import { shownValue } from './shown-value.ts';

export const valueMap = {
  name: 'valueMap',
  signature: '<s(snbl)x?:x>',
  parameters: ['table', 'key', 'otherwise?'],
  summary:
    'Looks a key up in a value map by name. A key the map does not hold is an error, unless a third argument, or the row `*`, says what to use instead.',
  examples: [
    {
      expression: '$valueMap("subsidiary", "HP-UK")',
      bindings: { valueMaps: { subsidiary: { 'HP-UK': '2', 'HP-DE': '3' } } },
      result: '2',
    },
    { expression: '$valueMap("subsidiary", "HP-FR", "1")', bindings: { valueMaps: { subsidiary: {} } }, result: '1' },
    { expression: '$valueMap("tax", "CH")', bindings: { valueMaps: { tax: { GB: 'S', '*': 'Z' } } }, result: 'Z' },
    { expression: '$valueMap("subsidiary", entity)', input: {}, bindings: { valueMaps: { subsidiary: {} } } },
    {
      expression: '$valueMap("subsidiary", "HP-FR")',
      bindings: { valueMaps: { subsidiary: {} } },
      error: 'VALUE_MAP_NO_ENTRY',
    },
    { expression: '$valueMap("no-such-map", "x")', error: 'VALUE_MAP_UNKNOWN' },
    { expression: '$valueMap("tax", ["GB"])', bindings: { valueMaps: { tax: {} } }, error: 'T0410' },
  ],
  implementation(context, table: string, key: string | number | boolean | null | undefined, otherwise?: unknown) {
    const rows = requireValueMap(context, table);
    if (key === undefined || key === null) return otherwise;
    if (Object.hasOwn(rows, String(key))) return rows[String(key)];
    if (otherwise !== undefined) return otherwise;
    if (Object.hasOwn(rows, otherKeys)) return rows[otherKeys];
    throw new EvaluationFailure(
      mappingErrorCodes.noValueMapEntry,
      `The value map "${table}" has no entry for ${shownValue(String(key))}. Add one, or correct the value in the source.`,
      { value: key },
    );
  },
} satisfies MappingFunction;

/** Rows of a value map. @throws EvaluationFailure VALUE_MAP_UNKNOWN */
export function requireValueMap({ valueMaps }: FunctionContext, table: string): Readonly<Record<string, unknown>> {
  const rows = Object.hasOwn(valueMaps, table) ? valueMaps[table] : undefined;
  if (rows !== undefined) return rows;
  const names = Object.keys(valueMaps).toSorted();
  const [near] = nearestNames(table, names);
  const hint = near === undefined ? `Known: ${names.slice(0, 10).join(', ') || 'none'}.` : `Did you mean "${near}"?`;
  throw new EvaluationFailure(
    mappingErrorCodes.noValueMap,
    `There is no value map ${shownValue(table)} here. ${hint}`,
    { value: table },
  );
}
