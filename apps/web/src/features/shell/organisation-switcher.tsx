'use client';
import { ChevronDown } from 'lucide-react';
import { organisationCookie } from '#server/workspace/chosen-organisation.ts';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** The organisation's name. For people in several organisations, it is a menu to switch to another one. */
export const OrganisationSwitcher = () => {
  const { organisation, organisations } = useWorkspace();
  if (organisations.length < 2) return <span className="truncate font-medium max-sm:hidden">{organisation.name}</span>;
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={`Organisation: ${organisation.name}`}
          className="flex h-7 min-w-0 items-center gap-1.5 rounded-md px-1.5 font-medium hover:bg-hover"
        >
          <span className="truncate">{organisation.name}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      }
      sections={[
        {
          title: 'Organisation',
          items: organisations.map(({ key, name }) => ({
            label: name,
            isChosen: key === organisation.key,
            onSelect: () => choose(key),
          })),
        },
      ]}
    />
  );
};

/** A full page load, so that no cached data of the other organisation stays in memory. */
const choose = (key: string): void => {
  document.cookie = `${organisationCookie}=${key}; path=/; max-age=31536000; samesite=lax`;
  window.location.assign('/');
};
