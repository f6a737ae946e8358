import type { ReactNode } from 'react';
import Link from 'next/link';
import type { Presence } from '#server/overview/read-presence.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/**
 * Says why nothing arrives here and what to do about it. Undefined while that is unknown, and once something has
 * arrived for a live flow.
 */
export const useNothingArrived = (presence: Presence | undefined): NothingArrived | undefined => {
  const { environment, pathTo } = useWorkspace();
  if (presence === undefined) return undefined;
  if (presence.liveFlows > 0) {
    if (presence.hasArrived) return undefined;
    const flows =
      presence.liveFlows === 1 ? 'One flow is live and waits' : `${presence.liveFlows} flows are live and wait`;
    return {
      title: `Nothing has arrived in ${environment.name} yet`,
      text: (
        <>
          {flows} for the first event. <TextLink href={pathTo('flows')}>See what starts them</TextLink>.
        </>
      ),
    };
  }
  const kept = keptText(presence.unclaimedEvents);
  const changes = <TextLink href={pathTo('changes')}>publish an approved change</TextLink>;
  return {
    title: `Nothing is live in ${environment.name}`,
    text:
      presence.connections === 0 ? (
        <>
          No flow runs here, so nothing can arrive. First{' '}
          <TextLink href={pathTo('connections')}>set up the connections</TextLink>, then {changes} here.{kept}
        </>
      ) : (
        <>
          No flow runs here, so nothing is delivered. The next step is to {changes} here.{kept}
        </>
      ),
  };
};

const keptText = (events: number): string => {
  if (events === 0) return '';
  return events === 1
    ? ' One event that nobody listened to is kept until then.'
    : ` ${events} events that nobody listened to are kept until then.`;
};

interface NothingArrived {
  readonly title: string;
  readonly text: ReactNode;
}

const TextLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <Link href={href} className="text-accent underline">
    {children}
  </Link>
);
