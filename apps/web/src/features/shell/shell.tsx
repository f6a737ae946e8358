'use client';
import { useState, type ReactNode } from 'react';
import { ToastProvider } from '#ui/toast.tsx';
import { TooltipProvider } from '#ui/tooltip.tsx';
import { TimeZoneContext } from '#ui/relative-time.tsx';
import { useFocusNet } from '#ui/use-focus-net.ts';
import { DataProvider } from '../workspace/data-provider.tsx';
import { WorkspaceContext, type Workspace } from '../workspace/workspace-context.ts';
import { CommandPalette } from './command-palette.tsx';
import { KeysHelp } from './keys-help.tsx';
import { SignInNotice } from './sign-in-notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';

interface ShellProps {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}

/** Everything around a page: navigation, environment, search, keys, messages. */
export const Shell = ({ workspace, children }: ShellProps) => (
  <WorkspaceContext value={workspace}>
    <TimeZoneContext value={workspace.organisation.timeZone}>
      <DataProvider>
        <TooltipProvider>
          <ToastProvider>
            <Frame>{children}</Frame>
          </ToastProvider>
        </TooltipProvider>
      </DataProvider>
    </TimeZoneContext>
  </WorkspaceContext>
);

type Floating = 'palette' | 'keys' | 'navigation';

const Frame = ({ children }: { readonly children: ReactNode }) => {
  const [open, setOpen] = useState<Floating | undefined>();
  const toggle = (name: Floating) => (isOpen: boolean) => setOpen(isOpen ? name : undefined);
  useFocusNet();
  useShellKeys({ openPalette: () => setOpen('palette'), openKeys: () => setOpen('keys') });
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-raised focus:p-2"
      >
        Skip to the page
      </a>
      <TopBar
        onSearch={() => setOpen('palette')}
        onHelp={() => setOpen('keys')}
        onNavigation={() => setOpen('navigation')}
      />
      <div className="flex min-h-0 flex-1">
        <Sidebar isOpen={open === 'navigation'} onOpenChange={toggle('navigation')} />
        <main id="page" tabIndex={-1} className="min-w-0 flex-1 overflow-auto outline-none">
          <SignInNotice />
          {children}
        </main>
      </div>
      <CommandPalette isOpen={open === 'palette'} onOpenChange={toggle('palette')} />
      <KeysHelp isOpen={open === 'keys'} onOpenChange={toggle('keys')} />
    </div>
  );
};
