import Link from 'next/link';
import { objectTitle, systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

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

/** The records of several systems that stand for the same things, one group per canonical identity. */
export const LinkLine = ({ links }: { readonly links: readonly LinkedRecord[] }) => {
  const { pathTo } = useWorkspace();
  if (links.length === 0) return <p className="text-muted">No record of any system is linked yet.</p>;
  const groups = Map.groupBy(links, ({ entity, canonicalId }) => `${entity}/${canonicalId}`);
  return (
    <div className="flex flex-col gap-4">
      {[...groups].map(([key, [first, ...rest]]) =>
        first === undefined ? null : (
          <section key={key}>
            <h3 className="mb-1.5 text-small text-muted">
              <Link href={pathTo('links', first.entity, first.canonicalId)} className="hover:text-text hover:underline">
                <span className="font-medium text-text">{first.entity}</span> {first.canonicalId}
              </Link>
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

/** One system's record, on the line through all of them. */
const LinkStop = ({ link }: { readonly link: LinkedRecord }) => (
  <li className="relative flex items-start gap-2.5 pb-3 last:pb-0 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-3 not-last:before:w-px not-last:before:bg-line-strong">
    <SystemTile system={link.system} />
    <span className="min-w-0 flex-1">
      <span className="block">
        {systemTitle(link.system)} {objectTitle(link.system, link.object).toLowerCase()}
        {link.isOrigin && (
          <span className="ml-1.5 rounded-sm bg-accent-soft px-1 text-caps text-accent-strong">origin</span>
        )}
      </span>
      <span className="block font-mono text-small break-all text-muted">{link.externalId}</span>
      {link.label !== null && <span className="block truncate text-small text-muted">{link.label}</span>}
    </span>
  </li>
);
