'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useRouter } from 'next/navigation';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { navigation } from './navigation.ts';

interface ShellKeyActions {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}

const sequenceMs = 1000;

/**
 * Keys that work everywhere: Ctrl/Cmd+K, `?`, `/`, and `g` followed by a letter. They do nothing while somebody types.
 */
export const useShellKeys = ({ openPalette, openKeys }: ShellKeyActions): void => {
  const router = useRouter();
  const { pathTo } = useWorkspace();
  const goPressedAt = useRef(0);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if ((event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    if (Date.now() - goPressedAt.current < sequenceMs) {
      goPressedAt.current = 0;
      const entry = navigation.find(({ key }) => key === event.key);
      if (entry !== undefined) router.push(entry.path === '' ? pathTo() : pathTo(entry.path));
      return;
    }
    if (event.key === 'g') goPressedAt.current = Date.now();
    else if (event.key === '?') openKeys();
    else if (event.key === '/') focusSearchBox(event);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null);

const focusSearchBox = (event: KeyboardEvent): void => {
  const box = document.querySelector<HTMLInputElement>('main [data-search-box]');
  if (box === null) return;
  event.preventDefault();
  box.focus();
};
