'use client';
import { useEffect, useRef, useState } from 'react';
import type { StepChange } from './compare-flow-steps.ts';

export interface ChosenChange {
  /** A step's id. It may be an unchanged step that was clicked in a drawing. */
  readonly chosenId: string | undefined;
  /** Index of the chosen change; -1 when a step without changes is chosen. */
  readonly position: number;
  readonly choose: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
}

const parameter = 'step';

/**
 * The selected change. The keys j and k move back and forth, and the URL names the change, so that it can be sent to
 * somebody.
 */
export const useChosenChange = (changes: readonly StepChange[], isKnown: (id: string) => boolean): ChosenChange => {
  const [chosenId, choose] = useChosenStep(changes[0]?.id, isKnown);
  const position = changes.findIndex(({ id }) => id === chosenId);
  const step = (by: 1 | -1) => {
    const next = changes[Math.min(changes.length - 1, Math.max(0, position + by))];
    if (next !== undefined) choose(next.id);
  };
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event.target)) return;
      if (event.key === 'j') latest.current(1);
      if (event.key === 'k') latest.current(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { chosenId, position, choose, step };
};

/** The selected step from the URL; `first` until one was selected, or when the URL is about another flow. */
export function useChosenStep<First extends string | undefined>(
  first: First,
  isKnown: (id: string) => boolean,
): readonly [chosenId: First | string, choose: (id: string) => void] {
  const [chosenId, setChosenId] = useState<First | string>(() => {
    const linked = linkedStep();
    return linked !== undefined && isKnown(linked) ? linked : first;
  });
  const choose = (id: string) => {
    setChosenId(id);
    const url = new URL(window.location.href);
    url.searchParams.set(parameter, id);
    window.history.replaceState(window.history.state, '', url);
  };
  return [chosenId, choose];
}

const linkedStep = (): string | undefined =>
  typeof window === 'undefined' ? undefined : (new URLSearchParams(window.location.search).get(parameter) ?? undefined);

/** Single-letter keys do nothing while somebody types or a dialog is open. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null);
