'use client';
import { useMemo, useState } from 'react';
import { outlineEntries, type MappingOutline } from '@throughline/core/mapping/fields';
import { SearchInput } from '#ui/search-input.tsx';
import type { Coverage } from '../coverage.ts';
import { fieldIdOf } from '../field-id.ts';
import { previewText } from '../preview-text.ts';
import { flattenFields, type FieldNode } from '../target-fields.ts';
import { FieldTable, type TableRow } from './field-table.tsx';
import type { FillRates } from './use-fill-rates.ts';

interface TableTabProps {
  readonly text: string;
  readonly outline: MappingOutline;
  readonly fields: readonly FieldNode[];
  readonly coverage: Coverage;
  readonly value: unknown;
  readonly fill: FillRates;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
}

/** The mapping as a table: each target field with its expression and its value in the sample. */
export const TableTab = (props: TableTabProps) => {
  const { text, outline, fields, coverage, value, fill, onGoTo, onPick } = props;
  const [search, setSearch] = useState('');
  const [isSetOnly, setIsSetOnly] = useState(false);
  const rows = useMemo(() => tableRows({ text, outline, fields, value }), [text, outline, fields, value]);
  const wanted = search.toLowerCase();
  const shown = rows.filter(
    ({ id, expression }) =>
      (!isSetOnly || coverage.covered.has(id)) &&
      (id.toLowerCase().includes(wanted) || expression.toLowerCase().includes(wanted)),
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
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
      </div>
      {outline.object === undefined && text.trim() !== '' && (
        <p className="border-b border-line px-3 py-2 text-muted">
          This mapping builds its result by a call, so expressions per field cannot be told. Values come from the
          sample.
        </p>
      )}
      <FieldTable rows={shown} coverage={coverage} fill={fill} onGoTo={onGoTo} onPick={onPick} />
    </div>
  );
};

/** Leaf fields of the target, in the target's order, and any other fields that the text builds. */
function tableRows({
  text,
  outline,
  fields,
  value,
}: Pick<TableTabProps, 'text' | 'outline' | 'fields' | 'value'>): TableRow[] {
  const entries = new Map(outlineEntries(outline.object).map((entry) => [fieldIdOf(entry.path), entry]));
  const nodes = flattenFields(fields).filter(({ id, children }) => children.length === 0 || isCall(id));
  function isCall(id: string): boolean {
    const entry = entries.get(id);
    return entry !== undefined && entry.object === undefined && entry.value.from < entry.value.to;
  }
  const covered = new Set(nodes.filter(({ id, children }) => children.length > 0 && isCall(id)).map(({ id }) => id));
  const isBelowCall = (path: readonly string[]) =>
    path.some((_, length) => length > 0 && covered.has(fieldIdOf(path.slice(0, length))));
  const known = nodes
    .filter(({ path }) => !isBelowCall(path))
    .map((node): TableRow => {
      const entry = entries.get(node.id);
      return {
        id: node.id,
        node,
        expression: entry === undefined ? '' : text.slice(entry.value.from, entry.value.to),
        span: entry?.value,
        preview: previewText(value, node.path),
      };
    });
  const listed = new Set(flattenFields(fields).map(({ id }) => id));
  const others = [...entries].flatMap(([id, entry]): TableRow[] =>
    listed.has(id) || entry.object !== undefined
      ? []
      : [
          {
            id,
            node: undefined,
            expression: text.slice(entry.value.from, entry.value.to),
            span: entry.value,
            preview: previewText(value, entry.path),
          },
        ],
  );
  return [...known, ...others];
}
