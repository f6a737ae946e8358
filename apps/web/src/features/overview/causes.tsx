import Link from 'next/link';
import { Panel } from '#ui/panel.tsx';
import type { Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

type Cause = Outputs['overview']['figures']['causes'][number];

/** Open exceptions by cause, as bars: the sentence first, its code below. */
export const Causes = ({ causes }: { readonly causes: readonly Cause[] }) => {
  const { pathTo } = useWorkspace();
  const most = Math.max(1, ...causes.map(({ count }) => count));
  return (
    <Panel title="Exceptions by cause">
      {causes.length === 0 ? (
        <p className="text-muted">None are open.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {causes.map(({ code, message, count }) => (
            <li key={code}>
              <Link href={`${pathTo('exceptions')}?code=${encodeURIComponent(code)}`} className="group block">
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1 truncate group-hover:underline" title={message}>
                    {message}
                  </span>
                  <span className="font-medium">{count}</span>
                </span>
                <span className="block truncate font-mono text-small text-muted">{code}</span>
                <span aria-hidden className="mt-0.5 block h-1.5 rounded-full bg-sunken">
                  <span className="block h-full rounded-full bg-failed" style={{ width: `${(count / most) * 100}%` }} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
