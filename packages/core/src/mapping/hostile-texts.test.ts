import { measureWork } from '../../testing/mapping/measure-work.ts';
import { describe, expect, test } from 'vitest';
import { hostileShapes } from '../../testing/mapping/hostile-texts.ts';
import { createMappingChecker } from './analysis/create-mapping-checker.ts';
import { lineageOf } from './analysis/lineage-of.ts';
import { compileMapping, MappingError } from './compile-mapping.ts';
import type { JsonSchema } from '../connector/json-schema.ts';
import { parseMapping } from './syntax/parse-mapping.ts';
import { printMapping } from './syntax/print-mapping.ts';

/**
 * The most blocks of JavaScript that may be entered, and characters and items that may be visited, for a text of some
 * length.
 */
const blocks = { least: 1_000_000, perCharacter: 4_000 };
const units = { least: 100_000, perCharacter: 5_000 };

const length = 1_500;
const schema: JsonSchema = { type: 'object', properties: { a: { type: 'string' }, x: { type: 'string' } } };
const checker = () => createMappingChecker({ source: schema, target: schema });

const uses: Readonly<Record<string, (text: string) => void>> = {
  'is read': (text) => void parseMapping(text),
  'is evaluated by closures': (text) => evaluate(text, 'closures'),
  'becomes code': (text) => evaluate(text, 'generated'),
  'is checked': (text) => void checker().check(text),
  'has its lineage told': (text) => void lineageOf(text),
  'is formatted': (text) => void printMapping(text),
};

function evaluate(text: string, mode: 'closures' | 'generated'): void {
  try {
    compileMapping(text, { mode, maxTicks: 1_000, maxResultSize: 10_000, deadlineMs: Infinity }).evaluate({});
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
  }
}

describe.each(Object.entries(uses))(
  'a text that is meant to do harm %s with work in proportion to its length',
  (_, use) => {
    test.each(hostileShapes)('$name', ({ text: textOf }) => {
      const text = textOf(length);
      const work = measureWork(() => use(text));
      expect(work.blocks).toBeLessThan(blocks.least + blocks.perCharacter * text.length);
      expect(work.units).toBeLessThan(units.least + units.perCharacter * text.length);
    });
  },
);

describe('a mapping whose code would be too large', () => {
  const tower = hostileShapes.find(({ name }) => name === 'functions that call the one before ten times');
  const text = tower?.text(300) ?? '';

  test('is left to the closures, with a reason', () => {
    const { mode, reason } = compileMapping(text, { mode: 'generated' });
    expect({ mode, reason }).toEqual({
      mode: 'closures',
      reason:
        'The code for this mapping would be too long: it calls functions within functions, or is nested, too often.',
    });
  });

  test('gives the same result', () => {
    expect(compileMapping(text, { mode: 'generated' }).evaluate({ a: 1 })).toEqual(
      compileMapping(text, { mode: 'closures' }).evaluate({ a: 1 }),
    );
  });

  test('is an exception: ordinary mappings have no such reason', () => {
    const { mode, reason } = compileMapping('{ "total": $sum(lines.(price * qty)) }', { mode: 'generated' });
    expect({ mode, reason }).toEqual({ mode: 'generated', reason: undefined });
  });
});
