import type { ValidationContext } from '@throughline/core/flow/validation-context';
import { valueMapTable } from '@throughline/core/mapping/value-map-table';

/** JSON of the tables that `$valueMap` reads, by the key of the value map. */
export const valueMapTables = ({ valueMaps }: Pick<ValidationContext, 'valueMaps'>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(valueMaps).map(([key, map]) => [key, valueMapTable(map)])));
