import { describe, expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';
import { MappingError } from '../mapping-error.ts';
import { mappingFunctions } from './registry.ts';

describe.each(mappingFunctions.map((definition) => [definition.name, definition] as const))(
  '$%s',
  (_name, definition) => {
    test.each(definition.examples.map((example) => [example.expression, example] as const))(
      '%s',
      async (_text, example) => {
        const evaluation = compileMapping(example.expression).evaluate(example.input, example.bindings);
        if (example.error === undefined) {
          await expect(evaluation).resolves.toEqual(example.result);
          return;
        }
        const error: unknown = await evaluation.catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(MappingError);
        expect(error).toMatchObject({ code: example.error, phase: 'evaluate', line: 1 });
      },
    );
  },
);

test('names are unique and listed in order', () => {
  const names = mappingFunctions.map((definition) => definition.name);
  expect(names).toEqual([...new Set(names)].toSorted());
});

test('every function says what it does in a sentence and names its parameters', () => {
  for (const { summary, parameters, signature } of mappingFunctions) {
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(parameters.length).toBeGreaterThan(0);
    expect(signature).toMatch(/^<.+:.+>$/);
  }
});
