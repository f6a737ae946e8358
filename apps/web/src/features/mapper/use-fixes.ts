'use client';
import { useMemo } from 'react';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import type { MapperActions } from './use-mapper.ts';

interface FixOptions {
  readonly actions: MapperActions;
  readonly isReadOnly: boolean;
  /** The text that was checked. The fixes apply to it, and to no other text. */
  readonly checkedText: string | undefined;
}

/** Applies a fix with one click; undefined if the text may not be edited. */
export const useFixes = ({ actions, isReadOnly, checkedText }: FixOptions): ((fix: MappingFix) => void) | undefined =>
  useMemo(() => {
    if (isReadOnly || checkedText === undefined) return undefined;
    return ({ edits }) => actions.edit(checkedText, edits);
  }, [actions, isReadOnly, checkedText]);
