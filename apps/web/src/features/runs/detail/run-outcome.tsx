import type { ReactNode } from 'react';
import Link from 'next/link';
import { Link2, Mail, Megaphone, RotateCcw } from 'lucide-react';
import { JsonView } from '#ui/json-view.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { EmptyState } from '#ui/states.tsx';
import { objectTitle, SystemTile } from '../../systems/system-tile.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { RunStatePill } from '../run-state-pill.tsx';
import type { RunDetail } from './run-detail.ts';

/** What resulted from a run: links, events, messages, and the runs that it started. */
export const RunOutcome = ({ run }: { readonly run: RunDetail }) => {
  const { pathTo } = useWorkspace();
  const { links, events, notifications, related } = run;
  if (links.length + events.length + notifications.length + related.length === 0) {
    return (
      <EmptyState icon={<Link2 aria-hidden />} title="Nothing yet">
        Links, published events and messages of this run appear here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Group title="Links" icon={<Link2 aria-hidden />} count={links.length}>
        {links.map((link) => (
          <RunLink key={link.id} link={link} />
        ))}
      </Group>
      <Group title="Published events" icon={<Megaphone aria-hidden />} count={events.length}>
        {events.map((event) => (
          <details key={event.id} className="rounded-md border border-line">
            <summary className="px-2.5 py-1.5">
              <span className="font-mono text-code font-medium">{event.type}</span>{' '}
              <span className="text-muted">{event.subject}</span>
            </summary>
            <JsonView value={event.data} label={event.type} className="m-2 mt-0" />
          </details>
        ))}
      </Group>
      <Group title="Messages" icon={<Mail aria-hidden />} count={notifications.length}>
        {notifications.map((message) => (
          <div key={message.id} className="rounded-md border border-line px-2.5 py-1.5">
            <p className="font-medium">{message.subject}</p>
            <p className="wrap-anywhere whitespace-pre-wrap">{message.body}</p>
            <p className="text-small text-muted">
              to {message.recipient}, <RelativeTime at={message.createdAt} />
            </p>
          </div>
        ))}
      </Group>
      <Group title="Runs that followed" icon={<RotateCcw aria-hidden />} count={related.length}>
        {related.map((each) => (
          <Link
            key={each.id}
            href={pathTo('runs', each.id)}
            className="flex items-center gap-2 rounded-md border border-line px-2.5 py-1.5 hover:bg-hover"
          >
            <RunStatePill state={each.state} />
            <span className="flex-1">{each.replayOfRunId === run.id ? 'Replay' : 'Called by this run'}</span>
            <RelativeTime at={each.createdAt} />
          </Link>
        ))}
      </Group>
    </div>
  );
};

const RunLink = ({ link }: { readonly link: RunDetail['links'][number] }) => {
  const { pathTo } = useWorkspace();
  return (
    <Link
      href={pathTo('links', link.entity, link.canonicalId)}
      className="flex items-center gap-2.5 rounded-md border border-line px-2.5 py-1.5 hover:bg-hover"
    >
      <SystemTile system={link.system} />
      <span className="min-w-0 flex-1 truncate">
        {objectTitle(link.system, link.object)} <span className="font-mono text-code">{link.externalId}</span>
      </span>
      <span className="text-small text-muted">{link.entity}</span>
    </Link>
  );
};

interface GroupProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly count: number;
  readonly children: ReactNode;
}

const Group = ({ title, icon, count, children }: GroupProps) =>
  count === 0 ? null : (
    <section>
      <h3 className="mb-1.5 flex items-center gap-1.5 text-caps font-medium text-muted [&_svg]:size-3.5">
        {icon}
        {title}
      </h3>
      <div className="flex flex-col gap-1.5">{children}</div>
    </section>
  );
