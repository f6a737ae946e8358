import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { ChangeStatePill } from '../change-state-pill.tsx';
import { ChangeActions } from './change-actions.tsx';
import { PersonName } from '../../workspace/person-name.tsx';
import type { ChangeDetail } from './change-detail.ts';

export const ChangeHeader = ({ change }: { readonly change: ChangeDetail }) => {
  const { pathTo } = useWorkspace();
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Changes', href: pathTo('changes') }]}
        title={
          <>
            {change.title} <span className="font-normal text-muted">#{change.number}</span>
          </>
        }
        detail={
          <>
            <ChangeStatePill state={change.state} isRolledBack={change.isRolledBack} />
            <span>
              opened by <PersonName name={change.createdByName ?? 'a former member'} email={change.createdByEmail} />{' '}
              <RelativeTime at={change.createdAt} />
            </span>
            {change.submittedAt !== null && (
              <span>
                submitted <RelativeTime at={change.submittedAt} />
              </span>
            )}
          </>
        }
        actions={<ChangeActions change={change} />}
      />
      {change.description !== '' && (
        <p className="max-w-3xl px-4 pb-3 wrap-anywhere whitespace-pre-wrap lg:px-6">{change.description}</p>
      )}
    </>
  );
};
