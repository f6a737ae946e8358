import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { compileMapping } from '../compile-mapping.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { readSuiteCases } from '../../../testing/mapping/conformance/suite-cases.ts';
import { many, none, one, unstated } from './count.ts';
import { createMappingChecker } from './create-mapping-checker.ts';
import { Interpretation } from './interpretation.ts';
import { Outline } from './outline.ts';
import { typesOfSchema } from './schema-type.ts';
import { Frame } from './scope.ts';
import { typeText } from './type-text.ts';
import { nothing, valueOf, type Type, type Value } from './value.ts';

/** Gives the narrowest schema that the data matches. */
function schemaOf(data: unknown): JsonSchema {
  if (data === null) return { type: 'null' };
  if (Array.isArray(data)) {
    const items = { anyOf: data.map(schemaOf) };
    return { type: 'array', minItems: data.length, maxItems: data.length, ...(data.length > 0 && { items }) };
  }
  if (typeof data === 'object') {
    const properties = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, schemaOf(value)]));
    return { type: 'object', properties, required: Object.keys(data), additionalProperties: false };
  }
  if (typeof data === 'number') return { type: Number.isInteger(data) ? 'integer' : 'number' };
  return { type: typeof data === 'string' ? 'string' : 'boolean' };
}

function typed(text: string, input: unknown): Value {
  const value = input === undefined ? nothing : valueOf(typesOfSchema(schemaOf(input)));
  const frame = new Frame();
  frame.bind('$', value);
  const { ir } = parseMapping(text);
  return ir === undefined ? nothing : new Outline(new Interpretation(value, false), frame).evaluate(text, ir);
}

function fits(result: unknown, value: Value): boolean {
  if (value.types.some(({ kind }) => kind === 'unknown')) return true;
  // Functions are not data, so a mapping that gives one gives nothing.
  if (result === undefined) return (value.count & (none | unstated)) !== 0 || value.types.some(isFunction);
  if ((value.count & one) !== 0 && value.types.some((type) => fitsType(result, type))) return true;
  return (value.count & many) !== 0 && Array.isArray(result) && result.every((item) => fits(item, asOne(value)));
}

const isFunction = ({ kind }: Type): boolean => kind === 'function';
const asOne = (value: Value): Value => ({ ...value, count: one });

function fitsType(result: unknown, type: Type): boolean {
  switch (type.kind) {
    case 'null':
      return result === null;
    case 'boolean':
    case 'number':
      return typeof result === type.kind && (type.value === undefined || type.value === result);
    case 'string':
      return typeof result === 'string' && type.values?.includes(result) !== false;
    case 'list': {
      const { items } = type;
      const mayBeEmpty = (items.count & (none | unstated)) !== 0;
      return (
        Array.isArray(result) && (result.length > 0 || mayBeEmpty) && result.every((item) => fits(item, asOne(items)))
      );
    }
    case 'object': {
      if (typeof result !== 'object' || result === null || Array.isArray(result)) return false;
      const record = result as Readonly<Record<string, unknown>>;
      const isKnown = (key: string) => type.fields.has(key) || type.rest !== undefined;
      return (
        Object.keys(record).every(isKnown) && [...type.fields].every(([key, { value }]) => fits(record[key], value))
      );
    }
    case 'function':
      return result === '';
    case 'unknown':
      return true;
  }
}

/** The problems that are only reported for something that cannot be evaluated. */
const failing = new Set(['WRONG_ARGUMENT', 'WRONG_OPERAND', 'REPEATED_FIELD']);

const cases = readSuiteCases();
if (cases === undefined) console.warn('The official JSONata test suite is not there: types are not held against it.');

describe.skipIf(cases === undefined)('the official suite', () => {
  const evaluated = (cases ?? []).flatMap(({ name, text, input, bindings }) => {
    try {
      return [{ name, text, input, result: compileMapping(text, { isImpureAllowed: true }).evaluate(input, bindings) }];
    } catch {
      return [];
    }
  });

  test('every result has the type that the analysis inferred', () => {
    const wrong = evaluated.filter(({ text, input, result }) => !fits(result, typed(text, input)));
    expect(wrong.map(({ name, text, input, result }) => [name, text, typeText(typed(text, input)), result])).toEqual(
      [],
    );
    expect(evaluated.length).toBeGreaterThan(1_300);
  });

  test('nothing that can be evaluated is reported to fail', () => {
    const alarms = evaluated.flatMap(({ name, text, input }) => {
      const source = input === undefined ? undefined : schemaOf(input);
      const { problems } = createMappingChecker({ source }).check(text);
      return problems
        .filter(({ code, severity }) => severity === 'error' && failing.has(code))
        .map(({ message }) => [name, message]);
    });
    expect(alarms).toEqual([]);
  });
});
