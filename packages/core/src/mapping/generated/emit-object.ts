import { checkKey } from '../engine/check-key.ts';
import type { EntryIr } from '../syntax/ir.ts';
import { canBe, kinds, quote, seenAs, unwrapped, wrapper, type Operand } from './operand.ts';
import type { Site } from './site.ts';
import { toPlain, toValue } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** Fields of which samples say that they can be missing are tried in all combinations, up to so many of them. */
const maxOptional = 4;

/**
 * `{"key": value}` with literal keys for a single context, or for a gathered list: all items then have the same keys, so
 * that each value is evaluated once, for all of them. One literal per combination of missing fields keeps the hidden
 * classes of the results few.
 */
export function emitObject(entries: readonly EntryIr[], site: Site): Operand {
  const { program } = site;
  const context = site.context === wrapper ? unwrapped(site.input) : site.context;
  const keys = entries.map(({ key }) => literalKey(key));
  if (new Set(keys).size < keys.length) throw new Uncovered('keys');
  if (canBe(context, kinds.list) && context.isGathered !== true) {
    program.once(`single ${context.code}`, () => {
      program.line(`if (Array.isArray(${context.code})) throw bail;`);
      return context;
    });
  }
  const inner = {
    ...site,
    context: { ...context, kinds: context.isGathered ? context.kinds : context.kinds & ~kinds.list },
  };
  const fields = entries.map(({ value }, index): Field => {
    const operand = site.emitter.value(value, inner);
    return { key: keys[index] ?? '', operand: site.isResult ? toPlain(operand, site) : toValue(operand, site) };
  });
  if (site.isResult) program.countResult(fields.length + 1);
  return {
    code: objectCode(fields, site),
    kinds: kinds.record,
    ...(site.isResult && { isPlain: true }),
  };
}

interface Field {
  readonly key: string;
  readonly operand: Operand;
}

function literalKey(key: EntryIr['key']): string {
  if (key.kind !== 'literal' || typeof key.value !== 'string') throw new Uncovered('key');
  if (key.predicates !== undefined || key.group !== undefined) throw new Uncovered('key');
  try {
    checkKey(key.value);
  } catch (error) {
    throw new Uncovered('key', { cause: error });
  }
  return key.value;
}

function objectCode(fields: readonly Field[], { program }: Site): string {
  const uncertain = fields.filter(({ operand }) => canBe(operand, kinds.missing));
  if (uncertain.length === 0) return program.define('o', literal(fields));
  const optional = uncertain.filter(({ operand }) => seenAs(operand, kinds.missing)).slice(0, maxOptional);
  const expected = uncertain.filter((field) => !optional.includes(field));
  const name = program.fresh('o');
  const all = variants(fields, optional);
  if (expected.length === 0) {
    program.line(`const ${name} = ${all};`);
    return name;
  }
  const keys = program.constant(fields.map(({ key }) => key));
  const test = expected.map(({ operand }) => `${operand.code} !== undefined`).join(' && ');
  const values = fields.map(({ operand }) => operand.code).join(', ');
  program.line(`const ${name} = ${test} ? ${all} : recordOf(${keys}, [${values}], tally);`);
  return name;
}

/** A literal for each combination of those that may be missing. */
function variants(fields: readonly Field[], [first, ...rest]: readonly Field[]): string {
  if (first === undefined) return literal(fields);
  const without = fields.filter((field) => field !== first);
  return `(${first.operand.code} !== undefined ? ${variants(fields, rest)} : ${variants(without, rest)})`;
}

function literal(fields: readonly Field[]): string {
  return `{ ${fields.map(({ key, operand }) => `${quote(key)}: ${operand.code}`).join(', ')} }`;
}
