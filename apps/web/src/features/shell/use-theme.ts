'use client';
import { useSyncExternalStore } from 'react';
import { parseTheme, themeCookie, type Theme } from './theme.ts';

const yearSeconds = 31_536_000;

/**
 * The theme is an attribute of the root element, where the server put it. Everything that shows the theme follows that.
 */
export const useTheme = (): readonly [Theme, (theme: Theme) => void] => [
  useSyncExternalStore(subscribe, readTheme, () => 'system' as const),
  chooseTheme,
];

const subscribe = (onChange: () => void): (() => void) => {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
};

const readTheme = (): Theme => parseTheme(document.documentElement.dataset['theme']);

const chooseTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${yearSeconds}; samesite=lax`;
};
