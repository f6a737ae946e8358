'use client';
import { useState, type ReactNode } from 'react';
import { testStateText, type TestState } from '../test-coverage/test-states.ts';
import type { FieldFill } from '../evaluation/sample-work.ts';
import type { FieldNode } from '../target-fields.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellKey, type EditedPart, type HeldCell, type HeldCells } from './held-cells.ts';
import type { TableRow } from './table-rows.ts';
import type { FillRates } from './use-fill-rates.ts';

/** A row with what is known about its values. */
export interface ShownRow extends TableRow {
  readonly preview: string | undefined;
  readonly tests: TestState;
  /** Required, and not set although the object around it is built. */
  readonly isMissing: boolean;
}

interface FieldTableProps {
  readonly rows: readonly ShownRow[];
  readonly fill: FillRates;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
  /** Writes a part of a field; a sentence if that cannot be. Absent if nothing may be edited. */
  readonly onWrite: ((row: TableRow, part: EditedPart, value: string) => string | undefined) | undefined;
  /** What was typed and could not be written. */
  readonly held: HeldCells;
  readonly onHold: (key: string, held: HeldCell | undefined) => void;
}

/** One row per target field: how it gets its value, from where, what comes of it, its note and its tests. */
export const FieldTable = ({ rows, fill, ...props }: FieldTableProps) => (
  <div className="min-h-0 flex-1 overflow-auto">
    <table aria-label="Fields" className="w-full min-w-[960px] table-fixed border-collapse text-left">
      <thead className="sticky top-0 z-10 bg-raised">
        <tr className="border-b border-line text-caps text-muted">
          <Head className="w-40">Target field</Head>
          <Head>Expression</Head>
          <Head className="w-32">On this sample</Head>
          <Head className="w-24">Tests</Head>
          <Head className="w-40">Note</Head>
          <Head className="w-36">Sources</Head>
          {fill.size > 0 && (
            <Head className="w-24" title="Of all samples but the made-up one">
              Filled
            </Head>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} {...props} row={row} fill={fill.get(row.id)} hasFill={fill.size > 0} />
        ))}
      </tbody>
    </table>
  </div>
);

interface HeadProps {
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

const Head = ({ className = '', title, children }: HeadProps) => (
  <th scope="col" title={title} className={`h-8 px-3 font-medium ${className}`}>
    {children}
  </th>
);

interface LineProps extends Pick<FieldTableProps, 'onGoTo' | 'onPick' | 'onWrite' | 'held' | 'onHold'> {
  readonly row: ShownRow;
  readonly fill: FieldFill | undefined;
  readonly hasFill: boolean;
}

const Line = ({ row, fill, hasFill, onGoTo, onPick, ...cell }: LineProps) => {
  const { node, span, sources, preview } = row;
  const open = () => {
    if (node !== undefined) onPick(node);
    else if (span !== undefined) onGoTo(span.from, span.to);
  };
  return (
    <tr className="border-b border-line align-top hover:bg-hover">
      <td className="px-3 py-1 font-mono text-code break-words" title={node?.description}>
        <button type="button" onClick={open} className="max-w-full rounded-sm text-left break-words hover:underline">
          {row.id}
          {node?.isRequired === true && <span className="text-review">*</span>}
        </button>
        {node === undefined && <span className="ml-2 font-sans text-small text-review">not in the target</span>}
      </td>
      <td className="px-3 py-1">
        <Cell {...cell} row={row} part="expression">
          <Expression row={row} />
        </Cell>
        {row.sentence !== '' && <p className="text-small break-words text-muted">{row.sentence}</p>}
      </td>
      <td className="truncate px-3 py-1 font-mono text-code text-live" title={preview}>
        {preview}
      </td>
      <td className="px-3 py-1 text-small tabular-nums">{row.expression !== '' && <Tests state={row.tests} />}</td>
      <td className="px-3 py-1">
        {(row.expression !== '' || row.note !== '' || cell.held.has(cellKey(row.id, 'note'))) && (
          <Cell {...cell} row={row} part="note">
            {row.note === '' ? <span className="text-muted">–</span> : row.note}
          </Cell>
        )}
      </td>
      <td className="px-3 py-1 font-mono text-code break-words">{sources.join(', ')}</td>
      {hasFill && <td className="px-3 py-1">{fill !== undefined && <FillRate fill={fill} />}</td>}
    </tr>
  );
};

const Expression = ({ row: { expression, isMissing } }: { readonly row: ShownRow }) => {
  if (expression !== '') return <span className="font-mono text-code">{expression}</span>;
  return isMissing ? <span className="text-failed">required, not set</span> : <span className="text-muted">–</span>;
};

const Tests = ({ state }: { readonly state: TestState }) => (
  <span
    title={state.tests === 0 ? 'No test gives this field a value' : undefined}
    className={state.tests === 0 ? 'text-muted' : state.failing > 0 ? 'text-failed' : 'text-live'}
  >
    {testStateText(state)}
  </span>
);

interface CellProps extends Pick<FieldTableProps, 'onWrite' | 'held' | 'onHold'> {
  readonly row: TableRow;
  readonly part: EditedPart;
  readonly children: ReactNode;
}

/** A cell that a click or Enter opens for typing. */
const Cell = ({ row, part, onWrite, held: cells, onHold, children }: CellProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const label = `${part === 'note' ? 'Note on' : 'Expression of'} ${row.id}`;
  if (onWrite === undefined) return <span className="break-words whitespace-pre-wrap">{children}</span>;
  const key = cellKey(row.id, part);
  const held = cells.get(key);
  if (isOpen || held !== undefined) {
    return (
      <CellEditor
        held={held}
        onHold={(next) => onHold(key, next)}
        label={label}
        value={row[part]}
        isCode={part === 'expression'}
        onCommit={(value) => onWrite(row, part, value)}
        onDone={(isByKeyboard) => {
          setIsOpen(false);
          if (isByKeyboard) focusCell(label);
        }}
      />
    );
  }
  return (
    <button
      type="button"
      data-cell={label}
      title="Change it here"
      onClick={() => setIsOpen(true)}
      className="min-h-6 w-full rounded-sm text-left break-words whitespace-pre-wrap hover:underline"
    >
      <span className="sr-only">{label}: </span>
      {children}
    </button>
  );
};

/** Once the cell is drawn again. A list whose items are built now has given its row to the fields of its items. */
function focusCell(label: string): void {
  requestAnimationFrame(() => {
    const cell = (match: string) => document.querySelector<HTMLElement>(`[data-cell${match}]`);
    (cell(`="${CSS.escape(label)}"`) ?? cell(`^="${CSS.escape(`${label}.`)}"`))?.focus();
  });
}

/** `12 of 40` with a bar. Failures are also written out, not only coloured. */
const FillRate = ({ fill: { filled, empty, failed } }: { readonly fill: FieldFill }) => {
  const total = filled + empty + failed;
  return (
    <span className="flex flex-col gap-0.5 pt-0.5 text-small tabular-nums">
      <span className={filled === 0 ? 'text-muted' : undefined}>
        {filled} of {total}
        {failed > 0 && <span className="text-failed"> · {failed} failed</span>}
      </span>
      <span aria-hidden className="h-1 w-full overflow-hidden rounded-full bg-hover">
        <span className="block h-full bg-live" style={{ width: `${total === 0 ? 0 : (filled / total) * 100}%` }} />
      </span>
    </span>
  );
};
