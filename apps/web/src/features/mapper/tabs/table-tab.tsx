'use client';
import { useMemo, useState } from 'react';
import { outlineEntries, type MappingOutline } from '#features/jsonata/outline.ts';
import { classNames } from '#ui/class-names.ts';
import { SearchInput } from '#ui/search-input.tsx';
import type { Coverage } from '../coverage.ts';
import { previewText } from '../preview-text.ts';
import { flattenFields, type FieldNode } from '../target-fields.ts';

interface TableTabProps {
  readonly text: string;
  readonly outline: MappingOutline;
  readonly fields: readonly FieldNode[];
  readonly coverage: Coverage;
  readonly value: unknown;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
}

interface TableRow {
  readonly id: string;
  readonly node: FieldNode | undefined;
  readonly expression: string;
  readonly span: { readonly from: number; readonly to: number } | undefined;
  readonly preview: string | undefined;
}

/** The mapping as a table: each target field with its expression and its value on the sample. */
export const TableTab = (props: TableTabProps) => {
  const { text, outline, coverage, onGoTo, onPick } = props;
  const [search, setSearch] = useState('');
  const [isSetOnly, setIsSetOnly] = useState(false);
  const rows = useMemo(() => tableRows(props), [props]);
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
      <Fields rows={shown} coverage={coverage} onGoTo={onGoTo} onPick={onPick} />
    </div>
  );
};

interface FieldsProps extends Pick<TableTabProps, 'coverage' | 'onGoTo' | 'onPick'> {
  readonly rows: readonly TableRow[];
}

const Fields = ({ rows, coverage, onGoTo, onPick }: FieldsProps) => (
  <div className="min-h-0 flex-1 overflow-auto">
    <table aria-label="Fields" className="w-full table-fixed border-collapse text-left">
      <thead className="sticky top-0 bg-raised">
        <tr className="border-b border-line text-caps text-muted">
          <th scope="col" className="h-8 w-2/6 px-3 font-medium">
            Target field
          </th>
          <th scope="col" className="h-8 px-3 font-medium">
            Expression
          </th>
          <th scope="col" className="h-8 w-1/5 px-3 font-medium">
            On this sample
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            isMissing={coverage.missing.some(({ id }) => id === row.id)}
            onGoTo={onGoTo}
            onPick={onPick}
          />
        ))}
      </tbody>
    </table>
  </div>
);

interface LineProps extends Pick<TableTabProps, 'onGoTo' | 'onPick'> {
  readonly row: TableRow;
  readonly isMissing: boolean;
}

const Line = ({ row, isMissing, onGoTo, onPick }: LineProps) => {
  const { node, span } = row;
  const open = () => {
    if (span !== undefined) onGoTo(span.from, span.to);
    else if (node !== undefined) onPick(node);
  };
  return (
    <tr className="border-b border-line align-top hover:bg-hover">
      <td className="px-3 py-1 font-mono text-code break-words" title={node?.description}>
        <button type="button" onClick={open} className="rounded-sm text-left hover:underline">
          {row.id}
          {node?.isRequired === true && <span className="text-review">*</span>}
        </button>
        {node === undefined && <span className="ml-2 font-sans text-small text-review">not in the target</span>}
      </td>
      <td
        className={classNames(
          'px-3 py-1 font-mono text-code break-words whitespace-pre-wrap',
          row.expression === '' && 'text-muted',
        )}
      >
        {row.expression === '' ? (
          isMissing ? (
            <span className="text-failed">required, not set</span>
          ) : (
            '–'
          )
        ) : (
          row.expression
        )}
      </td>
      <td className="truncate px-3 py-1 font-mono text-code text-live">{row.preview}</td>
    </tr>
  );
};

/** Leaves of the target and whatever else the text writes, in the target's order. */
function tableRows({ text, outline, fields, value }: TableTabProps): TableRow[] {
  const entries = new Map(outlineEntries(outline.object).map((entry) => [entry.path.join('.'), entry]));
  const nodes = flattenFields(fields).filter(({ id, children }) => children.length === 0 || isCall(id));
  function isCall(id: string): boolean {
    const entry = entries.get(id);
    return entry !== undefined && entry.object === undefined && entry.value.from < entry.value.to;
  }
  const covered = new Set(nodes.filter(({ id, children }) => children.length > 0 && isCall(id)).map(({ id }) => id));
  const isBelowCall = (path: readonly string[]) =>
    path.some((_, length) => length > 0 && covered.has(path.slice(0, length).join('.')));
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
