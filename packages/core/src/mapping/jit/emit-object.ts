import { nodesOf } from '../analysis/parts-of.ts';
import { checkKey } from '../engine/check-key.ts';
import type { EntryIr, Ir } from '../syntax/ir.ts';
import { refuseFunction } from './gather.ts';
import { canBe, kinds, quote, seenAs, unwrapped, wrapper, type Operand } from './operand.ts';
import type { Program } from './program.ts';
import type { Site } from './site.ts';
import { toPlain, toValue } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** Fields that can be missing according to samples are tried in all combinations, up to this many fields. */
const maxOptional = 4;

/**
 * `{"key": value}` with literal keys, for a single context or for a gathered list. In a list all items have the same
 * keys, so each value is evaluated once for all of them. One literal per combination of missing fields keeps the number
 * of hidden classes of the results small.
 */
export function emitObject(entries: readonly EntryIr[], site: Site): Operand {
  const { program } = site;
  const context = site.context === wrapper ? unwrapped(site.input) : site.context;
  if (canBe(context, kinds.list) && context.isGathered !== true) {
    program.once(['single', context.code], () => {
      program.line(`if (Array.isArray(${context.code})) throw bail;`);
      return context;
    });
  }
  const known = context.isGathered === true ? context.kinds : context.kinds & ~kinds.list;
  const inner = { ...site, context: { ...context, kinds: known } };
  if (site.isResult) program.countResult(entries.length + 1, keyLength(entries));
  else if (entries.some(({ value }) => keepsSequences(value, program))) program.line('throw bail;');
  const isLiteral = entries.every(({ key }) => key.kind === 'literal');
  if (!isLiteral && context.isGathered === true) throw new Uncovered('keys of a list');
  const code = isLiteral ? emitLiteralKeys(entries, inner) : emitKeys(entries, inner);
  return { code, kinds: kinds.record, ...(site.isResult && { isPlain: true }) };
}

/** Characters of the literal keys. */
function keyLength(entries: readonly EntryIr[]): number {
  let length = 0;
  for (const { key } of entries) if (key.kind === 'literal') length += String(key.value).length;
  return length;
}

/** A path unwraps a list that `[]` has kept, unlike a list of the data. Both are lists here. */
function keepsSequences(value: Ir, program: Program): boolean {
  for (const node of nodesOf(value)) {
    program.spend(1);
    if (node.keepArray === true || (node.kind === 'path' && node.keepsSingleton === true)) return true;
  }
  return false;
}

function emitLiteralKeys(entries: readonly EntryIr[], site: Site): string {
  const keys = entries.map(({ key }) => literalKey(key));
  if (new Set(keys).size < keys.length) throw new Uncovered('keys');
  const fields = entries.map(({ value }, index): Field => ({ key: keys[index] ?? '', operand: fieldOf(value, site) }));
  return objectCode(fields, site);
}

function fieldOf(value: EntryIr['value'], site: Site): Operand {
  const operand = site.emitter.value(value, site);
  if (site.isResult) return toPlain(operand, site);
  const field = toValue(operand, site);
  refuseFunction(field, site.program);
  return field;
}

/** Keys, some of which are only known at run time. Two equal keys are an error, which the closures report. */
function emitKeys(entries: readonly EntryIr[], site: Site): string {
  const { program } = site;
  const keys = entries.map(({ key }) => toValue(site.emitter.value(key, { ...site, isResult: false }), site));
  for (const [index, { code }] of keys.entries()) {
    program.line(`if (${code} !== undefined) { if (typeof ${code} !== "string") throw bail; checkKey(run, ${code}); }`);
    const others = keys.slice(0, index).map((other) => `${other.code} === ${code}`);
    if (others.length > 0) program.line(`if (${code} !== undefined && (${others.join(' || ')})) throw bail;`);
  }
  const record = program.define('o', '{}');
  for (const [index, { value }] of entries.entries()) {
    const code = keys[index]?.code ?? '';
    program.block(`if (${code} !== undefined)`, () => {
      if (site.isResult) program.line(`characters += ${code}.length;`);
      const field = fieldOf(value, site);
      const test = canBe(field, kinds.missing) ? `if (${field.code} !== undefined) ` : '';
      program.line(`${test}${record}[${code}] = ${field.code};`);
    });
  }
  return record;
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

/** A literal for each combination of the fields that may be missing. */
function variants(fields: readonly Field[], [first, ...rest]: readonly Field[]): string {
  if (first === undefined) return literal(fields);
  const without = fields.filter((field) => field !== first);
  return `(${first.operand.code} !== undefined ? ${variants(fields, rest)} : ${variants(without, rest)})`;
}

function literal(fields: readonly Field[]): string {
  return `{ ${fields.map(({ key, operand }) => `${quote(key)}: ${operand.code}`).join(', ')} }`;
}
