'use client';
import { createContext, useContext } from 'react';
import type { Role } from '@throughline/core/db/words/roles';
import type { EnvironmentInfo, Membership } from '#server/workspace/find-membership.ts';
import type { Person } from '#server/trpc/context.ts';

export interface Workspace extends Membership {
  readonly person: Person;
  /** The one in the URL. */
  readonly environment: EnvironmentInfo;
  readonly hooksUrl: string;
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** Who is signed in, where, and what they may do. Hiding a button is only a convenience; the server decides. */
export const useWorkspace = () => {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error('useWorkspace needs a WorkspaceContext above it');
  const { environment, roles } = workspace;
  return {
    ...workspace,
    /** True if the person has one of these roles; an admin has all. */
    can: (...allowed: readonly Role[]): boolean =>
      roles.includes('admin') || roles.some((role) => allowed.includes(role)),
    /** A path within the environment, for example `pathTo('runs')`. */
    pathTo: (...parts: readonly string[]): string => ['', environment.key, ...parts.map(encodeURIComponent)].join('/'),
  };
};
