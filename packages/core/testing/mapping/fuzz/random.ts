import { SeededRandom } from '../conformance/seeded-random.ts';

/** Chances and choices for generators. They are the same for the same seed. */
export class Random extends SeededRandom {
  /** True in this percentage of cases. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** Calls one of these. A weight is its frequency relative to the others. */
  weighted<T>(choices: readonly (readonly [weight: number, make: () => T])[]): T {
    let ticket = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, make] of choices) {
      ticket -= weight;
      if (ticket < 0) return make();
    }
    throw new Error('There is nothing to choose from.');
  }

  /** This many results of `make`, or fewer. */
  several<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }

  /** Up to `count` different ones of these. */
  some<T>(values: readonly T[], count: number): T[] {
    const left = [...values];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)).flat();
  }
}
