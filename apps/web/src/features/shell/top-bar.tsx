'use client';
import Link from 'next/link';
import { CircleHelp, Menu, Search } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { Button } from '#ui/button.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { EnvironmentSwitcher } from './environment-switcher.tsx';
import { Logo, LogoMark } from './logo.tsx';
import { OrganisationSwitcher } from './organisation-switcher.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { UserMenu } from './user-menu.tsx';

interface TopBarProps {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onNavigation: () => void;
}

export const TopBar = ({ onSearch, onHelp, onNavigation }: TopBarProps) => {
  const { environment, pathTo } = useWorkspace();
  return (
    <header
      className={classNames(
        'flex h-11 shrink-0 items-center gap-2 border-b bg-sunken px-3',
        environment.kind === 'production'
          ? 'border-b-production shadow-[inset_0_3px_0_var(--production)]'
          : 'border-line',
      )}
    >
      <Button size="icon" variant="ghost" aria-label="Open navigation" className="lg:hidden" onClick={onNavigation}>
        <Menu aria-hidden />
      </Button>
      <Link href={pathTo()} aria-label="Throughline, overview" className="rounded-md lg:w-44">
        <span className="max-lg:hidden">
          <Logo />
        </span>
        <LogoMark className="size-5 lg:hidden" />
      </Link>
      <OrganisationSwitcher />
      <span aria-hidden className="text-line-strong max-sm:hidden">
        /
      </span>
      <EnvironmentSwitcher />
      <div className="flex-1" />
      <button
        type="button"
        onClick={onSearch}
        className="flex h-7 items-center gap-2 rounded-md border border-line-strong bg-raised px-2 text-muted transition-colors hover:border-edge hover:text-text md:w-64"
      >
        <Search aria-hidden className="size-3.5" />
        <span className="max-md:sr-only">Search or jump to…</span>
        <kbd className="ml-auto rounded-sm border border-line px-1 font-sans text-caps max-md:hidden">Ctrl K</kbd>
      </button>
      <Button size="icon" variant="ghost" aria-label="Keyboard shortcuts" className="max-sm:hidden" onClick={onHelp}>
        <CircleHelp aria-hidden />
      </Button>
      <ThemeMenu />
      <UserMenu />
    </header>
  );
};
