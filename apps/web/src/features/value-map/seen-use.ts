import type { SeenValue } from '#features/mapper/evaluation/seen-values.ts';

/** What mappings really looked up in a value map. */
export interface SeenUse {
  /** The mappings that look something up in it. */
  readonly mappings: number;
  /** Those of them of which not everything could be looked at. */
  readonly leftOut: number;
  /** Inputs of recent runs and tests that were looked at. */
  readonly samples: number;
  /** The most frequent ones first. */
  readonly values: readonly SeenValue[];
}

export interface MappingUse {
  readonly samples: number;
  readonly values: readonly SeenValue[];
  /** False if inputs of recent runs are missing. */
  readonly isComplete: boolean;
}

/** Adds up what several mappings looked up. A use is undefined for a mapping that could not be looked at. */
export function seenUse(uses: readonly (MappingUse | undefined)[]): SeenUse {
  const known = uses.filter((use) => use !== undefined);
  const values = new Map<string, SeenValue>();
  for (const value of known.flatMap((use) => use.values)) {
    const before = values.get(value.key);
    values.set(value.key, {
      key: value.key,
      samples: value.samples + (before?.samples ?? 0),
      // What one mapping reads in a field without personal data is not personal.
      isPersonal: value.isPersonal && before?.isPersonal !== false,
    });
  }
  return {
    mappings: uses.length,
    leftOut: uses.filter((use) => use?.isComplete !== true).length,
    samples: known.reduce((sum, { samples }) => sum + samples, 0),
    values: [...values.values()].toSorted((a, b) => b.samples - a.samples || (a.key < b.key ? -1 : 1)),
  };
}
