import type { ExceptionSummary } from '#server/exceptions/list-exceptions.ts';
import type { Column } from '#ui/data-table.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { ExceptionStatePill } from './exception-state-pill.tsx';
import { resolutionReason, resolutionText } from './resolution-text.ts';

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** The columns of the inbox. The last one selects exceptions, for people who may work on them. */
export const exceptionColumns = (choosing: Choosing | undefined): readonly Column<ExceptionSummary>[] =>
  choosing === undefined ? columns : [...columns, choiceColumn(choosing)];

/** Who ended it, how, when and why, below its state. */
const Ending = ({ exception }: { readonly exception: ExceptionSummary }) => {
  const reason = resolutionReason(exception);
  const at = exception.resolvedAt ?? exception.replayRequest?.at;
  if (exception.state === 'open') return null;
  return (
    <span className="text-small text-muted max-sm:hidden">
      {resolutionText(exception)}
      {at !== undefined && (
        <>
          , <RelativeTime at={at} />
        </>
      )}
      {reason !== undefined && `: “${reason}”`}
    </span>
  );
};

const columns: readonly Column<ExceptionSummary>[] = [
  {
    key: 'record',
    title: 'Record',
    cell: (row) => (
      <span className="flex min-w-40 flex-col">
        <span className="font-medium">{row.businessLabel ?? row.businessKey ?? 'No business key'}</span>
        <span className="font-mono text-small text-muted">{row.businessKey}</span>
      </span>
    ),
  },
  {
    key: 'cause',
    title: 'Cause',
    isWideOnly: true,
    cell: (row) => (
      <span className="flex flex-col">
        <span className="line-clamp-1" title={row.message}>
          {row.message}
        </span>
        <span className="font-mono text-small text-muted">{row.code}</span>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'State',
    cell: (row) => (
      <span className="flex max-w-64 flex-col items-start gap-0.5">
        <ExceptionStatePill state={row.state} />
        <Ending exception={row} />
      </span>
    ),
  },
  {
    key: 'owner',
    title: 'Owner',
    isWideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) => row.ownerName ?? (row.state === 'resolved' ? null : <span className="text-muted">nobody</span>),
  },
  { key: 'when', title: 'Since', className: 'text-right', cell: (row) => <RelativeTime at={row.createdAt} /> },
];

const choiceColumn = ({ chosen, toggle }: Choosing): Column<ExceptionSummary> => ({
  key: 'choose',
  title: '',
  className: 'w-10 text-right',
  cell: (row) =>
    row.state === 'resolved' ? null : (
      <input
        type="checkbox"
        aria-label={`Choose ${row.businessLabel ?? row.code}`}
        checked={chosen.has(row.id)}
        onChange={() => toggle(row.id)}
        className="relative z-1 size-4 accent-accent"
      />
    ),
});
