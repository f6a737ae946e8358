'use client';
import { useMemo, useState } from 'react';
import { withUnapplied, type Unapplied, type UnappliedEdits } from './unapplied.ts';

/** What is not applied in the flow that is open. */
export const useUnapplied = (): UnappliedEdits => {
  const [all, setAll] = useState<readonly Unapplied[]>([]);
  return useMemo(() => ({ all, hold: (place, next) => setAll((before) => withUnapplied(before, place, next)) }), [all]);
};
