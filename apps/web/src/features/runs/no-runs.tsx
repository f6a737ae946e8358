import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { EmptyState } from '#ui/states.tsx';
import { useNothingArrived } from '../overview/nothing-arrived.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** Says why no run is listed: nothing is live here, or no trigger has fired yet. */
export const NoRuns = () => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const presence = useQuery(trpc.overview.presence.queryOptions({ environment: environment.key }));
  const nothing = useNothingArrived(presence.data);
  return (
    <EmptyState icon={<Activity aria-hidden />} title={nothing?.title ?? 'No runs yet'}>
      {nothing?.text ??
        'A run starts when the trigger of a live flow fires: a record changes, a time comes, or somebody starts it by hand.'}
    </EmptyState>
  );
};
