'use client';
import { useMemo, useState } from 'react';
import type { PickingState } from '../picking/picking-state.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { highlighted, type Highlighted, type Pointed } from './highlight.ts';

export interface Highlight extends Highlighted {
  /** What the pointer or the focus is on; undefined when it is left. */
  readonly point: (pointed: Pointed | undefined) => void;
}

/** The pointer decides what is highlighted, then the selected line, then the selected field. */
export const useHighlight = (lines: readonly DrawnLine[], { line, selected }: PickingState): Highlight => {
  const [pointed, setPointed] = useState<Pointed>();
  const shown = useMemo<Pointed | undefined>(() => {
    if (pointed !== undefined) return pointed;
    if (line !== undefined) return { line };
    return selected && { field: selected };
  }, [pointed, line, selected]);
  const found = useMemo(() => highlighted(lines, shown), [lines, shown]);
  return useMemo(() => ({ ...found, point: (next) => setPointed((before) => kept(before, next)) }), [found]);
};

/** The same field again is not another thing to point at. */
function kept(before: Pointed | undefined, next: Pointed | undefined): Pointed | undefined {
  const isSame = JSON.stringify(before) === JSON.stringify(next);
  return isSame ? before : next;
}
