'use client';
import { useQuery } from '@tanstack/react-query';
import { countText } from '#ui/count-text.ts';
import { offerReasons } from '../triggers/offer-words.ts';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

const pollMs = 10_000;

type Figures = Outputs['overview']['figures'];

export interface StuckReasons {
  readonly reasons: readonly StuckReason[];
  /** False until all queries for possible reasons have answered. */
  readonly isComplete: boolean;
}

interface StuckReason {
  readonly text: string;
  readonly href: string;
}

/** Everything that is stuck in the environment on screen. */
export const useStuckReasons = ({ stuck, connections }: Figures): StuckReasons => {
  const { environment, pathTo } = useWorkspace();
  const trpc = useTRPC();
  const health = useQuery(trpc.overview.health.queryOptions());
  const triggers = useQuery(
    trpc.triggers.troubles.queryOptions({ environment: environment.key }, { refetchInterval: pollMs }),
  );
  const { openExceptions, unownedExceptions, slowRuns } = stuck;
  const reasons: StuckReason[] = [];
  if (health.data?.workers.isUp === false) {
    reasons.push({ text: 'No worker is running: nothing is executed', href: pathTo('runs') });
  }
  if (health.isError || triggers.isError) {
    reasons.push({ text: 'The state of workers or triggers could not be read', href: pathTo('runs') });
  }
  if (openExceptions > 0) {
    reasons.push({
      text: `${countText(openExceptions, 'exception')} open${unownedExceptions > 0 ? `, ${unownedExceptions} without an owner` : ''}`,
      href: `${pathTo('exceptions')}${unownedExceptions > 0 ? '?owner=nobody' : ''}`,
    });
  }
  if (slowRuns > 0) {
    reasons.push({
      text: `${countText(slowRuns, 'run')} active for more than 15 minutes`,
      href: `${pathTo('runs')}?state=active`,
    });
  }
  for (const { flowKey, flowName, trouble } of triggers.data?.troubles ?? []) {
    reasons.push({ text: `${flowName}: ${trouble}`, href: pathTo('flows', flowKey) });
  }
  for (const { flowKey, flowName, ...offer } of triggers.data?.offers ?? []) {
    const href = pathTo('flows', flowKey);
    for (const text of offerReasons(offer)) reasons.push({ text: `${flowName}: ${text}`, href });
  }
  for (const { name, key, state } of connections) {
    if (state === 'failing') reasons.push({ text: `${name} is failing`, href: pathTo('connections', key) });
    if (state === 'paused') reasons.push({ text: `${name} is paused`, href: pathTo('connections', key) });
  }
  return { reasons, isComplete: health.data !== undefined && triggers.data !== undefined };
};
