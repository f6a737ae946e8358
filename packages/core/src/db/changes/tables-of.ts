import { valueMapSchema } from '../../flow/definition.ts';
import type { ValueMapTables } from '../../mapping/functions/function-definition.ts';
import { valueMapTable } from '../../mapping/value-map-table.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import { readableDocuments } from './documents-after.ts';

/** The tables of all value maps among documents, for mappings that run with them. */
export const tablesOf = (documents: readonly NamedDocument[]): ValueMapTables =>
  Object.fromEntries(
    Object.entries(readableDocuments(documents, 'value-map', valueMapSchema)).map(([key, map]) => [
      key,
      valueMapTable(map),
    ]),
  );
