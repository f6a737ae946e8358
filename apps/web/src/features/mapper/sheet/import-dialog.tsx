'use client';
import { useMemo, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/states.tsx';
import { planImport, type CellChange, type ImportPlan, type KnownField } from './plan-import.ts';
import type { SheetGrid } from './read-sheet.ts';

interface ImportDialogProps {
  readonly fileName: string;
  readonly grid: SheetGrid;
  /** They only change with the text, because planning a large sheet takes a moment. */
  readonly fields: readonly KnownField[];
  readonly text: string;
  readonly onClose: () => void;
  readonly onImport: (text: string) => void;
}

/** What a sheet would change, cell by cell, before anything is changed. */
export const ImportDialog = ({ fileName, grid, fields, text, onClose, onImport }: ImportDialogProps) => {
  const plan = useMemo(
    (): ImportPlan =>
      'problem' in grid
        ? { changes: [], problems: [{ message: grid.problem }] }
        : planImport(grid.rows, fields, text, grid.isCsv),
    [grid, fields, text],
  );
  const { changes, problems, text: changed } = plan;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={`Import ${fileName}`}
      description="Expressions and notes of the sheet come into the mapping, as one step to undo. Other columns are only for reading."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={changed === undefined}
            onClick={() => changed !== undefined && onImport(changed)}
          >
            {changes.length === 0 ? 'Import' : `Import ${countText(changes.length, 'change')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-1">
        {problems.length > 0 ? (
          <Problems plan={plan} />
        ) : (
          changes.length === 0 && (
            <p role="status">The sheet says the same as the mapping. There is nothing to import.</p>
          )
        )}
        {problems.length === 0 && changes.length > 0 && <Changes changes={changes} />}
      </div>
    </Dialog>
  );
};

const mostShown = 200;

const Problems = ({ plan: { problems } }: { readonly plan: ImportPlan }) => (
  <Notice tone="fail">
    <p>Nothing is imported. Correct this in the sheet, and import it again.</p>
    <ul aria-label="Problems of the sheet" className="mt-1 flex flex-col gap-0.5">
      {problems.slice(0, mostShown).map(({ cell, message }) => (
        <li key={`${cell ?? ''} ${message}`}>
          {cell !== undefined && <span className="font-mono font-medium">{cell}: </span>}
          {message}
        </li>
      ))}
      {problems.length > mostShown && <li>and {problems.length - mostShown} more</li>}
    </ul>
  </Notice>
);

const Changes = ({ changes }: { readonly changes: readonly CellChange[] }) => (
  <table aria-label="Changes of the sheet" className="w-full table-fixed border-collapse text-left">
    <thead>
      <tr className="border-b border-line text-caps text-muted">
        <th scope="col" className="w-14 py-1 font-medium">
          Cell
        </th>
        <th scope="col" className="w-1/4 py-1 font-medium">
          Field
        </th>
        <th scope="col" className="py-1 font-medium">
          Now
        </th>
        <th scope="col" className="py-1 font-medium">
          Then
        </th>
      </tr>
    </thead>
    <tbody>
      {changes.slice(0, mostShown).map((change) => (
        <tr key={`${change.cell} ${change.part}`} className="border-b border-line align-top">
          <td className="py-1 pr-2 font-mono text-code">{change.cell}</td>
          <td className="py-1 pr-2 break-words">
            <span className="font-mono text-code">{change.field}</span>
            {change.part === 'note' && <span className="text-small text-muted"> note</span>}
          </td>
          <Side change={change}>{change.before}</Side>
          <Side change={change}>{change.after}</Side>
        </tr>
      ))}
      {changes.length > mostShown && (
        <tr>
          <td colSpan={4} className="py-1 text-muted">
            and {changes.length - mostShown} more
          </td>
        </tr>
      )}
    </tbody>
  </table>
);

const Side = ({ change: { part }, children }: { readonly change: CellChange; readonly children: ReactNode }) => (
  <td className={`py-1 pr-2 break-words whitespace-pre-wrap ${part === 'expression' ? 'font-mono text-code' : ''}`}>
    {children === '' ? (
      <span className="font-sans text-muted">{part === 'note' ? 'no note' : 'not set'}</span>
    ) : (
      children
    )}
  </td>
);
