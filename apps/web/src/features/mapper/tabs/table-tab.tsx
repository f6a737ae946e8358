'use client';
import { useMemo, useState } from 'react';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { writeFieldTexts, type MappingOutline } from '@throughline/core/mapping/fields';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { SearchInput } from '#ui/search-input.tsx';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { MapperActions } from '../use-mapper.ts';
import type { MapperChecks } from '../use-mapper-checks.ts';
import { testState } from '../test-coverage/test-states.ts';
import { previewText } from '../preview-text.ts';
import { oneEdit } from '../sheet/one-edit.ts';
import type { KnownField } from '../sheet/plan-import.ts';
import { SheetActions } from '../sheet/sheet-actions.tsx';
import { knownField } from '../sheet/sheet-rows.ts';
import type { FieldNode } from '../target-fields.ts';
import { FieldTable, type ShownRow } from './field-table.tsx';
import type { EditedPart, HeldCell, HeldCells } from './held-cells.ts';
import { rowsToShow } from './rows-to-show.ts';
import { tableRows, type TableRow } from './table-rows.ts';
import type { FillRates } from './use-fill-rates.ts';

interface TableTabProps {
  readonly mappingName: string;
  readonly document: MappingDocument;
  readonly fields: readonly FieldNode[];
  readonly source: JsonSchema;
  readonly checks: MapperChecks;
  readonly evaluator: MappingEvaluator;
  readonly fill: FillRates;
  readonly actions: MapperActions;
  readonly isReadOnly: boolean;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
  readonly held: HeldCells;
  readonly onHold: (key: string, held: HeldCell | undefined) => void;
}

/** The mapping as a table that says the same as the lines, and that people can change, export and import. */
export const TableTab = (props: TableTabProps) => {
  const { mappingName, document, checks, evaluator, fill, actions, isReadOnly, onGoTo, onPick, held, onHold } = props;
  const { text } = document;
  const { outline, coverage } = checks;
  const [search, setSearch] = useState('');
  const [isSetOnly, setIsSetOnly] = useState(false);
  const { rows, known } = useShownRows(props, outline);
  const shown = rowsToShow(rows, { search, isSetOnly, covered: coverage.covered, held });
  const write = (row: TableRow, part: EditedPart, value: string): string | undefined => {
    const written = writeFieldTexts(text, [{ target: row.path, [part]: value }]);
    if ('refusals' in written) return written.refusals[0]?.reason;
    if (written.text !== text) actions.edit(text, [oneEdit(text, written.text)]);
    return undefined;
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
        <SearchInput label="Search the table" value={search} onChange={setSearch} />
        <label className="flex items-center gap-1.5 text-small text-muted">
          <input
            type="checkbox"
            className="size-3.5 accent-accent"
            checked={isSetOnly}
            onChange={(event) => setIsSetOnly(event.target.checked)}
          />
          set only
        </label>
        <SheetActions
          {...{ mappingName, rows, known, text, evaluator, actions, isReadOnly }}
          request={checks.request}
        />
      </div>
      {outline.object === undefined && text.trim() !== '' && (
        <p className="border-b border-line px-3 py-2 text-muted">
          This mapping builds its result by a call, so expressions per field cannot be told. Values come from the
          sample.
        </p>
      )}
      <FieldTable rows={shown} {...{ fill, onGoTo, onPick, held, onHold }} onWrite={isReadOnly ? undefined : write} />
    </div>
  );
};

/** The rows of the present text with their values on the sample and in the tests. */
const useShownRows = (
  { document, fields, source, checks }: TableTabProps,
  outline: MappingOutline,
): { readonly rows: readonly ShownRow[]; readonly known: readonly KnownField[] } => {
  const { text, tests } = document;
  const { links, preview, outcomes, coverage } = checks;
  const rows = useMemo(
    () => tableRows({ text, outline, fields, links, source }),
    [text, outline, fields, links, source],
  );
  const known = useMemo(() => rows.map(knownField), [rows]);
  const shown = useMemo(() => {
    const missing = new Set(coverage.missing.map(({ id }) => id));
    return rows.map((row) => ({
      ...row,
      preview: previewText(preview.value, row.path),
      tests: testState(row.path, tests, outcomes),
      isMissing: missing.has(row.id),
    }));
  }, [rows, preview.value, tests, outcomes, coverage.missing]);
  return { rows: shown, known };
};
