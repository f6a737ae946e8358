import { useQuery } from '@tanstack/react-query';
import type { ChangeProblem } from '@throughline/core/db/changes/change-error';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ChangeDetail } from './change-detail.ts';

/** The saved tests that keep a change from continuing. They are the ones for which the server would refuse it. */
export const useFailingTests = ({ id, state, items }: ChangeDetail): readonly ChangeProblem[] => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const isRunning = state === 'open' || state === 'in-review' || state === 'approved';
  const query = useQuery(
    trpc.changes.failingTests.queryOptions(
      { changeId: id },
      {
        enabled: isRunning && items.length > 0 && can('analyst', 'approver', 'operator'),
        staleTime: 0,
        refetchOnWindowFocus: true,
      },
    ),
  );
  return isRunning ? (query.data ?? []) : [];
};
