import Link from 'next/link';
import { Activity, Route } from 'lucide-react';
import { buttonClasses } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { AssignMenu } from '../bulk-actions.tsx';
import { ExceptionStatePill } from '../exception-state-pill.tsx';
import type { ExceptionDetail } from './exception-detail.ts';

export const ExceptionHeader = ({ exception }: { readonly exception: ExceptionDetail }) => {
  const { can, pathTo } = useWorkspace();
  const { businessKey, businessLabel } = exception;
  return (
    <PageHeader
      crumbs={[{ label: 'Exceptions', href: pathTo('exceptions') }]}
      title={businessLabel ?? businessKey ?? exception.message}
      detail={
        <>
          <ExceptionStatePill state={exception.state} />
          <span className="text-text">{exception.message}</span>
          <span className="font-mono text-small">{exception.code}</span>
          {businessKey !== null && (
            <span className="flex items-center font-mono text-small">
              {businessKey}
              <CopyButton text={businessKey} label="Copy the business key" />
            </span>
          )}
          <span>
            since <RelativeTime at={exception.createdAt} />
          </span>
          {(exception.state !== 'resolved' || exception.ownerName !== null) && (
            <span>owner: {exception.ownerName ?? 'nobody'}</span>
          )}
        </>
      }
      actions={
        <>
          {businessKey !== null && (
            <Link href={pathTo('trace', businessKey)} className={buttonClasses()}>
              <Route aria-hidden />
              Trace
            </Link>
          )}
          <Link href={pathTo('runs', exception.runId)} className={buttonClasses()}>
            <Activity aria-hidden />
            Run
          </Link>
          {can('operator') && exception.state !== 'resolved' && <AssignMenu exceptionIds={[exception.id]} />}
        </>
      }
    />
  );
};
