import Link from 'next/link';
import { entityTitle } from '../model/entity-title.ts';
import { objectTitle, systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { identityName } from './identity-name.ts';

export interface LinkedRecord {
  readonly id: string;
  readonly entity: string;
  readonly canonicalId: string;
  readonly system: string;
  readonly object: string;
  readonly externalId: string;
  readonly label: string | null;
  readonly isOrigin: boolean;
}

/** The records of several systems that represent the same things, one group per canonical identity. */
export const LinkLine = ({ links }: { readonly links: readonly LinkedRecord[] }) => {
  const { pathTo } = useWorkspace();
  if (links.length === 0) return <p className="text-muted">No record of any system is linked yet.</p>;
  const groups = Map.groupBy(links, ({ entity, canonicalId }) => `${entity}/${canonicalId}`);
  return (
    <div className="flex flex-col gap-4">
      {[...groups].map(([key, [first, ...rest]]) =>
        first === undefined ? null : (
          <section key={key}>
            <h3 className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
              <Link href={pathTo('links', first.entity, first.canonicalId)} className="font-medium hover:underline">
                {identityName([first, ...rest])}
              </Link>
              <span className="text-small text-muted">{entityTitle(first.entity)}</span>
            </h3>
            <ol className="flex flex-col">
              {[first, ...rest].map((link) => (
                <LinkStop key={link.id} link={link} />
              ))}
            </ol>
          </section>
        ),
      )}
    </div>
  );
};

/** The record in one system, on the line that connects all of them. */
const LinkStop = ({ link }: { readonly link: LinkedRecord }) => (
  <li className="relative flex items-start gap-2.5 pb-3 last:pb-0 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-3 not-last:before:w-px not-last:before:bg-line-strong">
    <SystemTile system={link.system} />
    <span className="min-w-0 flex-1">
      <span className="block truncate">{link.label ?? objectTitle(link.system, link.object)}</span>
      <span className="block text-small text-muted">
        {systemTitle(link.system)} {objectTitle(link.system, link.object).toLowerCase()}{' '}
        <span className="font-mono break-all">{link.externalId}</span>
        {link.isOrigin && (
          <span className="ml-1.5 rounded-sm bg-accent-soft px-1 text-caps text-accent-strong">origin</span>
        )}
      </span>
    </span>
  </li>
);
