'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';

export type UrlState<Name extends string> = Readonly<Record<Name, string>>;

/**
 * State in the URL's query, so that the screen can be shared and survives a reload. A value equal to its default is
 * left out. Setting anything but `page` returns to the first page.
 */
export const useUrlState = <Name extends string>(
  defaults: UrlState<Name>,
): readonly [UrlState<Name>, (changes: Partial<UrlState<Name>>) => void] => {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const names = Object.keys(defaults) as Name[];
  const state = Object.fromEntries(
    names.map((name) => [name, parameters.get(name) ?? defaults[name]]),
  ) as UrlState<Name>;
  const change = (changes: Partial<UrlState<Name>>): void => {
    const next = new URLSearchParams(window.location.search);
    if (!('page' in changes)) next.delete('page');
    for (const [name, value] of Object.entries<string | undefined>(changes)) {
      if (value === undefined || value === defaults[name as Name]) next.delete(name);
      else next.set(name, value);
    }
    router.replace(next.size === 0 ? pathname : `${pathname}?${next.toString()}`, { scroll: false });
  };
  return [state, change];
};
