'use client';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';

/** Something that the open page can do, for the command palette. */
export interface PageCommand {
  readonly id: string;
  readonly label: string;
  /** The keys that do the same. */
  readonly hint: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

/** Finds the places of an open document by name or id: its steps, its fields. */
export type FindTargets = (wanted: string) => readonly PageCommand[];

const noTargets: FindTargets = () => [];

let offered: readonly PageCommand[] = [];
let findTargets: FindTargets = noTargets;
const listeners = new Set<() => void>();

function offer(commands: readonly PageCommand[]): void {
  offered = commands;
  for (const listener of listeners) listener();
}

function setFindTargets(find: FindTargets): void {
  findTargets = find;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const none: readonly PageCommand[] = [];

/** What the open page offers. */
export const usePageActions = (): readonly PageCommand[] =>
  useSyncExternalStore(
    subscribe,
    () => offered,
    () => none,
  );

/** Offers commands of a page while it is open. They always run as of the latest render. */
export const useOfferCommands = (commands: readonly PageCommand[]): void => {
  const latest = useLatest(commands);
  const names = commands.map(({ id }) => id).join(' ');
  useEffect(() => {
    const ids = new Set(names.split(' '));
    const named = latest.current.filter(({ id }) => ids.has(id));
    offer(
      named.map((command) => ({ ...command, run: () => latest.current.find(({ id }) => id === command.id)?.run() })),
    );
    return () => offer(none);
  }, [latest, names]);
};

/** Finds the places of the open document whose name or id contains a text, which is in lower case. */
export const useFindTargets = (): FindTargets =>
  useSyncExternalStore(
    subscribe,
    () => findTargets,
    () => noTargets,
  );

/** Offers the places of a document while it is open. They are only listed when somebody looks for them. */
export const useOfferTargets = (find: FindTargets): void => {
  const latest = useLatest(find);
  useEffect(() => {
    const own: FindTargets = (wanted) => latest.current(wanted);
    setFindTargets(own);
    return () => {
      if (findTargets === own) setFindTargets(noTargets);
    };
  }, [latest]);
};
