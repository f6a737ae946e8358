import type { Step } from './decide-write.ts';

/** A step with its place among the caller's requests. */
export interface PlacedStep {
  readonly index: number;
  readonly object: string;
  readonly step: Step;
}

/**
 * Puts steps into as few batches as possible, each of one object and kind. Batches of different kinds keep the order of
 * their first steps. A record that appears twice starts a new batch, because vendors refuse duplicates.
 */
export function toBatches(
  steps: readonly PlacedStep[],
  mostOf: (object: string) => number,
): readonly (readonly PlacedStep[])[] {
  const open = new Map<string, PlacedStep[]>();
  const batches: PlacedStep[][] = [];
  for (const placed of steps) {
    const kind = `${placed.object} ${placed.step.kind}`;
    const name = nameOf(placed);
    let batch = open.get(kind);
    const isRepeated = name !== undefined && batch?.some((each) => nameOf(each) === name) === true;
    if (batch === undefined || batch.length >= mostOf(placed.object) || isRepeated) {
      batch = [];
      open.set(kind, batch);
      batches.push(batch);
    }
    batch.push(placed);
  }
  return batches;
}

const nameOf = ({ step }: PlacedStep): string | undefined => step.id ?? step.key;
