'use client';
import { useMemo } from 'react';
import { hasValue } from '../coverage.ts';
import { realSamples } from '../samples/real-samples.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { FieldNode } from '../target-fields.ts';
import type { FillRate } from './field-detail.tsx';

/** Fewer samples tell nothing about how often a field has a value. */
const fewest = 3;

/** How many of the real samples have a value in a source field. */
export const useSourceFill = (samples: readonly MapperSample[]): ((node: FieldNode) => FillRate | undefined) =>
  useMemo(() => fillOfSources(samples), [samples]);

/** Counted for the rows that are shown, each once. */
function fillOfSources(samples: readonly MapperSample[]): (node: FieldNode) => FillRate | undefined {
  const real = realSamples(samples);
  const known = new Map<string, FillRate>();
  return ({ id, path }) => {
    if (real.length < fewest) return undefined;
    const found = known.get(id) ?? {
      filled: real.filter(({ input }) => hasValue(input, path)).length,
      total: real.length,
    };
    known.set(id, found);
    return found;
  };
}
