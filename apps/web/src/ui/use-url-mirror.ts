'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useSearchParams } from 'next/navigation';
import { isNewInUrl } from './is-new-in-url.ts';
import type { UrlState } from './use-url-state.ts';

/** Moving through a list with the arrow keys changes the address once it pauses. */
const settleMs = 250;

/**
 * Keeps what is selected on a screen in the URL's query, so that a reload and a shared address show the same. An empty
 * value is left out. `onUrl` is told when the address names something else, because of a link or the browser's buttons.
 * Selecting adds nothing to the browser's history: Back leaves the screen.
 */
export const useUrlMirror = <Name extends string>(
  shown: UrlState<Name>,
  onUrl: (state: UrlState<Name>) => void,
): void => {
  const parameters = useSearchParams();
  const names = Object.keys(shown).join(' ');
  const inUrl = JSON.stringify(valuesIn(names, parameters));
  const onScreen = JSON.stringify(names.split(' ').map((name) => shown[name as Name]));
  const agreed = useRef(inUrl);
  const follow = useEffectEvent(onUrl);
  useEffect(() => {
    const address = JSON.stringify(valuesIn(names, new URLSearchParams(window.location.search)));
    if (!isNewInUrl({ rendered: inUrl, address, agreed: agreed.current })) return;
    agreed.current = inUrl;
    follow(stateOf<Name>(names, inUrl));
  }, [inUrl, names]);
  useEffect(() => {
    if (onScreen === agreed.current) return undefined;
    const timer = setTimeout(() => {
      agreed.current = onScreen;
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries<string>(stateOf<Name>(names, onScreen))) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      const query = next.size === 0 ? '' : `?${next.toString()}`;
      // Unlike a navigation, this asks the server for nothing.
      window.history.replaceState(null, '', `${window.location.pathname}${query}`);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [onScreen, names]);
};

const valuesIn = (names: string, parameters: Pick<URLSearchParams, 'get'>): string[] =>
  names.split(' ').map((name) => parameters.get(name) ?? '');

const stateOf = <Name extends string>(names: string, values: string): UrlState<Name> => {
  const list = JSON.parse(values) as readonly string[];
  return Object.fromEntries(names.split(' ').map((name, index) => [name, list[index] ?? ''])) as UrlState<Name>;
};
