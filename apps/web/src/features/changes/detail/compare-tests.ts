import type { MappingTest } from '@throughline/core/mapping/document';

export interface TestChange {
  readonly name: string;
  readonly effect: 'added' | 'removed' | 'changed';
}

/**
 * Saved tests that were added, removed or changed, by name, in the order of the new document; removed ones come last.
 */
export const compareTests = (before: readonly MappingTest[], after: readonly MappingTest[]): readonly TestChange[] => [
  ...after.flatMap((test): TestChange[] => {
    const earlier = before.find(({ name }) => name === test.name);
    if (earlier === undefined) return [{ name: test.name, effect: 'added' }];
    return JSON.stringify(earlier) === JSON.stringify(test) ? [] : [{ name: test.name, effect: 'changed' }];
  }),
  ...before
    .filter(({ name }) => !after.some((test) => test.name === name))
    .map(({ name }): TestChange => ({ name, effect: 'removed' })),
];
