import { describe, expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';
import { MappingError } from '../mapping-error.ts';
import { parseSignature } from '../syntax/parse-signature.ts';
import type { FunctionExample } from './function-definition.ts';
import { mappingFunctions } from './registry.ts';

describe.each(mappingFunctions.map((definition) => [definition.name, definition] as const))(
  '$%s',
  (_name, definition) => {
    test.each(definition.examples.map((example) => [example.expression, example] as const))('%s', (_text, example) => {
      const outcome = outcomeOf(example);
      if (example.error === undefined) {
        expect(outcome).toEqual({ result: example.result });
      } else {
        expect(outcome).toMatchObject({ error: { code: example.error, phase: 'evaluate', line: 1 } });
      }
    });
  },
);

test('names are unique and listed in order', () => {
  const names = mappingFunctions.map((definition) => definition.name);
  expect(names).toEqual([...new Set(names)].toSorted());
});

test('every function describes itself and names its parameters', () => {
  for (const { summary, parameters, signature } of mappingFunctions) {
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(parameters.length).toBeGreaterThan(0);
    expect(signature).toMatch(/^<.+:.+>$/);
  }
});

test('the parameters marked as optional are those that are optional in the signature', () => {
  for (const { name, parameters, signature } of mappingFunctions) {
    const declared = parseSignature(signature).signature.parameters;
    const marks = parameters.map((parameter) => parameter.endsWith('?'));
    expect({ name, marks }).toEqual({ name, marks: declared.map(({ pattern }) => pattern.endsWith('?')) });
  }
});

test('every function has examples of results, of a missing argument, and of an error', () => {
  const incomplete = mappingFunctions.filter(({ examples }) => {
    const errors = examples.filter(({ error }) => error !== undefined);
    const missing = examples.filter(({ input }) => input !== undefined);
    return examples.length < 4 || errors.length === 0 || missing.length === 0;
  });
  expect(incomplete.map(({ name }) => name)).toEqual([]);
});

function outcomeOf(example: FunctionExample): object {
  try {
    return { result: compileMapping(example.expression).evaluate(example.input, example.bindings) };
  } catch (error) {
    if (error instanceof MappingError) return { error };
    throw error;
  }
}
