'use client';
import { useState } from 'react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useQuery } from '@tanstack/react-query';
import { classNames } from '#ui/class-names.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Logo } from './logo.tsx';
import { navigation, type NavigationEntry } from './navigation.ts';

interface SidebarProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Navigation: next to the page on wide screens, over it on narrow ones. */
export const Sidebar = ({ isOpen, onOpenChange }: SidebarProps) => (
  <>
    <div className="w-48 shrink-0 overflow-y-auto border-r border-line bg-sunken max-lg:hidden">
      <NavigationList />
    </div>
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-sunken/70" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-60 overflow-y-auto border-r border-line bg-sunken shadow-float"
        >
          <div className="flex items-center justify-between px-3 pt-3">
            <Logo />
            <Dialog.Title className="sr-only">Navigation</Dialog.Title>
            <Dialog.Close
              aria-label="Close navigation"
              className="grid size-8 place-items-center rounded-md text-muted hover:bg-hover"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <NavigationList onChosen={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  </>
);

const pollMs = 15_000;

const NavigationList = ({ onChosen }: { readonly onChosen?: () => void }) => {
  const pathname = usePathname();
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const counts = useQuery(
    trpc.workspace.counts.queryOptions({ environment: environment.key }, { refetchInterval: pollMs }),
  );
  const part = pathname.split('/')[2] ?? '';
  const area = areaOf[part] ?? part;
  const countOf: Readonly<Record<string, number | undefined>> = {
    exceptions: counts.data?.openExceptions,
    changes: counts.data?.changesInReview,
  };
  return (
    <nav aria-label="Main" className="flex flex-col gap-px p-2">
      {navigation.map((entry) => (
        <Entry
          key={entry.path}
          entry={entry}
          isCurrent={entry.path === area}
          count={countOf[entry.path] ?? 0}
          {...(onChosen === undefined ? {} : { onChosen })}
        />
      ))}
    </nav>
  );
};

/** Pages that belong to an area with another path. */
const areaOf: Readonly<Record<string, string>> = { trace: 'runs', 'value-maps': 'mappings' };

interface EntryProps {
  readonly entry: NavigationEntry;
  readonly isCurrent: boolean;
  readonly count: number;
  readonly onChosen?: () => void;
}

const Entry = ({ entry, isCurrent, count, onChosen }: EntryProps) => {
  const { pathTo } = useWorkspace();
  const Icon = entry.icon;
  const isAlert = entry.path === 'exceptions';
  // Pages are fetched ahead once somebody points at their links. All of them would be fetched while a page opens otherwise.
  const [isPointedAt, setIsPointedAt] = useState(false);
  const pointAt = () => setIsPointedAt(true);
  return (
    <Link
      prefetch={isPointedAt ? null : false}
      onPointerEnter={pointAt}
      onFocus={pointAt}
      href={entry.path === '' ? pathTo() : pathTo(entry.path)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => onChosen?.()}
      className={classNames(
        'flex h-7.5 items-center gap-2.5 rounded-md px-2 font-medium transition-colors max-lg:h-9',
        isCurrent ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">{entry.label}</span>
      {count > 0 && (
        <span
          className={classNames(
            'rounded-full px-1.5 text-caps font-semibold',
            isAlert ? 'bg-failed-soft text-failed' : 'bg-review-soft text-review',
          )}
        >
          {count > 999 ? '999+' : count}
          <span className="sr-only">{isAlert ? ' open' : ' in review'}</span>
        </span>
      )}
    </Link>
  );
};
