import type { RunSummary } from '#server/runs/list-runs.ts';
import type { Column } from '#ui/data-table.tsx';
import { formatDuration } from '#ui/format-time.ts';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RunStatePill } from './run-state-pill.tsx';
import { sourceWords } from './source-words.ts';

export const runColumns: readonly Column<RunSummary>[] = [
  {
    key: 'key',
    title: 'For',
    cell: (run) => (
      <span className="flex min-w-36 flex-col">
        <span className="line-clamp-1 font-medium">{run.businessLabel ?? run.businessKey ?? 'No business key'}</span>
        <span className="font-mono text-small break-all text-muted">{run.businessKey ?? run.id.slice(-12)}</span>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'State',
    cell: (run) => (
      <span className="flex flex-col items-start gap-0.5">
        <RunStatePill state={run.state} />
        {run.errorCode !== null && <span className="font-mono text-caps text-muted">{run.errorCode}</span>}
      </span>
    ),
  },
  {
    key: 'flow',
    title: 'Flow',
    isWideOnly: true,
    className: 'whitespace-nowrap',
    cell: (run) => (
      <>
        {run.flowName ?? 'Deleted flow'}{' '}
        <span className="text-muted">{run.versionNumber === null ? 'draft' : `v${run.versionNumber}`}</span>
      </>
    ),
  },
  {
    key: 'source',
    title: 'Started by',
    isWideOnly: true,
    cell: (run) => <span className="text-muted">{sourceWords[run.source]}</span>,
  },
  {
    key: 'duration',
    title: 'Took',
    className: 'text-right whitespace-nowrap',
    isWideOnly: true,
    cell: ({ startedAt, finishedAt }) =>
      startedAt === null || finishedAt === null ? (
        <span className="text-muted">–</span>
      ) : (
        formatDuration(finishedAt.getTime() - startedAt.getTime())
      ),
  },
  { key: 'when', title: 'When', className: 'text-right', cell: (run) => <RelativeTime at={run.createdAt} /> },
];
