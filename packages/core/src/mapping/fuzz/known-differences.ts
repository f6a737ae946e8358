/** A change to the reference's text that makes it do what we do on purpose. */
export interface Mend {
  /** Why we differ. */
  readonly reason: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * Every deliberate difference. An outcome that differs from the reference's must be that of the reference with these
 * changes, so that nothing else hides behind a known difference.
 */
export const knownDifferences: readonly Mend[] = [
  {
    reason:
      'Items of an array constructor are evaluated in order. The reference starts them all at once: which of two errors ' +
      'is seen, and whether one item sees what another binds, depends on how many promises each waits for.',
    find: `let generators = await Promise.all(expr.expressions
                    .map(async (item, idx) => {
                        environment.isParallelCall = idx > 0
                        return [item, await evaluate(item, input, environment)]
                    }));`,
    replace: `let generators = [];
                for (const item of expr.expressions) generators.push([item, await evaluate(item, input, environment)]);`,
  },
  {
    reason: 'The values of an object are evaluated in order, for the same reason.',
    find: `let generators = await Promise.all(utils.keys(groups).map(async (key, idx) => {`,
    replace: `let generators = await inOrder(utils.keys(groups), (async (key, idx) => {`,
  },
  {
    reason: 'Continues the mend before.',
    find: 'function reduceTupleStream(',
    replace: `async function inOrder(keys, generate) {
        const results = [];
        for (const key of keys) results.push(await generate(key, 0));
        return results;
    }

    function reduceTupleStream(`,
  },
  {
    reason: 'Grouping an empty list of the data leaves it empty. The reference puts an undefined into it, for good.',
    find: `if (input.length === 0 && !reduce) {
            input.push(undefined);`,
    replace: `if (input.length === 0 && !reduce) {
            input = [undefined];`,
  },
];
