import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';
import { builtins } from './registry.ts';
import { outcomeOf, type Outcome } from '../../../testing/mapping/builtins/outcome.ts';
import { referenceFunction } from '../../../testing/mapping/builtins/reference-function.ts';

describe.each(builtins.map((builtin) => [builtin.name, builtin] as const))('$%s', (name, { examples, ...builtin }) => {
  test.each(examples.map((example) => [example.expression, example] as const))('%s', async (text, example) => {
    const { input, result, error } = example;
    const expected: Outcome = error === undefined ? { value: result } : { code: error };
    const ours = await outcomeOf(() => compileMapping(text, { isImpureAllowed: true }).evaluate(input));
    const reference = await outcomeOf(async () => asJson(await jsonata(text).evaluate(input)));
    expect({ ours, reference }).toEqual({ ours: expected, reference: expected });
  });

  test('has the signature and the arity of the reference', async () => {
    const { signature, arity } = await referenceFunction(name, 0);
    expect({ signature: builtin.signature, arity: builtin.arity }).toEqual({ signature, arity });
  });

  test('describes itself in a sentence and names its parameters', () => {
    expect(builtin.summary).toMatch(/^[A-Z].*\.$/);
    expect(builtin.parameters.length).toBeGreaterThanOrEqual(builtin.arity);
  });
});

/** Without the reference's hidden flags. */
function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

test('every function of the reference exists except $eval, which the compiler provides', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('jsonata'), 'utf8');
  const bound = Array.from(source.matchAll(/(?:staticFrame|environment)\.bind\('(\w+)'/g), ([, name]) => name);
  const names = builtins.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].toSorted());
  expect(new Set([...names, 'eval'])).toEqual(new Set(bound));
});
