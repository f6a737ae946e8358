/** Fields on each side, and lines between them. */
export const fieldCount = 2000;
export const lineCount = 500;

/** Source and target fields near the top without a line. */
export const freeFields: readonly (readonly [string, string])[] = [1, 2, 3, 5, 6, 7, 9, 10].map((at) => [
  `source${at}`,
  `target${at}`,
]);

const indexes = Array.from({ length: fieldCount }, (_, at) => at);

/** Every fourth target field comes from the source field of the same place; the others are empty. */
export const longMapping = () => ({
  format: 1,
  source: { kind: 'any' },
  target: { kind: 'any' },
  text: `{\n${indexes.map((at) => `  "target${at}": ${at % (fieldCount / lineCount) === 0 ? `source${at}` : 'null'}`).join(',\n')}\n}`,
  tests: [
    {
      name: 'Every field',
      input: Object.fromEntries(indexes.map((at) => [`source${at}`, `value of source${at}`])),
      expected: {},
    },
  ],
});
