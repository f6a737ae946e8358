'use client';
import Link from 'next/link';
import { Boxes } from 'lucide-react';
import { entityNames, entityOf } from '@throughline/core/canonical';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { EmptyState } from '#ui/states.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** The canonical entities: what all systems have in common, in our words. */
export const ModelPage = () => {
  const { pathTo } = useWorkspace();
  const [url, setUrl] = useUrlState({ q: '' });
  const wanted = url.q.trim().toLowerCase();
  const shown = entityNames
    .map((name) => ({ name, entity: entityOf(name) }))
    .filter(({ name, entity }) => `${name} ${entity.title} ${entity.description}`.toLowerCase().includes(wanted));
  return (
    <>
      <PageHeader
        title="Model"
        detail="What your systems have in common: every mapping goes from a system to one of these, or from these to a system."
      />
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => setUrl({ q })}
          label="Search entities"
          className="w-64 max-sm:w-full"
        />
      </Toolbar>
      {shown.length === 0 ? (
        <EmptyState icon={<Boxes aria-hidden />} title="No entity matches" />
      ) : (
        <ul className="grid gap-3 px-4 pb-8 sm:grid-cols-2 lg:px-6 xl:grid-cols-3">
          {shown.map(({ name, entity }) => (
            <li
              key={name}
              className="relative rounded-lg border border-line bg-raised p-4 transition-colors hover:border-line-strong"
            >
              <div className="flex items-baseline gap-2">
                <Link href={pathTo('model', name)} className="font-semibold after:absolute after:inset-0">
                  {entity.title}
                </Link>
                <span className="text-small text-muted">{entity.current}</span>
              </div>
              <p className="mt-1 text-muted">{entity.description}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
