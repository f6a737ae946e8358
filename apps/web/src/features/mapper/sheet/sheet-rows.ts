import { previewText } from '../preview-text.ts';
import { testStateText } from '../test-coverage/test-states.ts';
import type { ShownRow } from '../tabs/field-table.tsx';
import type { TableRow } from '../tabs/table-rows.ts';
import type { KnownField } from './plan-import.ts';
import type { SheetRow } from './sheet-columns.ts';

/** A row of the table as a row of the sheet. `result` is what the mapping makes of the masked sample. */
export const sheetRow = (row: ShownRow, result: unknown): SheetRow => ({
  field: row.id,
  type: row.node?.type ?? 'not in the target',
  required: row.node?.isRequired === true ? 'yes' : 'no',
  sentence: row.sentence,
  expression: row.expression,
  sources: row.sources.join(', '),
  sample: previewText(result, row.path) ?? '',
  note: row.note,
  tests: row.expression === '' ? '' : testStateText(row.tests),
});

/** What an import compares a sheet with. */
export const knownField = ({ id, path, expression, note }: TableRow): KnownField => ({ id, path, expression, note });
