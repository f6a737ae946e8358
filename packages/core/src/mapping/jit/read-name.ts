import { canBe, kindOf, kinds, anyData, isOnly, nothing, quote, seenAs, type Operand } from './operand.ts';
import { refuseFunction } from './gather.ts';
import type { Program } from './program.ts';

/**
 * The field of a value, nothing if the value is a list: whoever wants the fields of its items has to look whether it is
 * one where nothing is found. Data comes from JSON: names that no prototype has can be read of any value without asking
 * who owns them.
 */
export function readName(program: Program, owner: Operand, name: string): Operand {
  if (!canBe(owner, kinds.record | kinds.list)) return nothing;
  refuseFunction(owner, program);
  return program.once(['field', owner.code, name], () => {
    const samples = samplesOf(owner, name);
    const isRecord = isOnly(owner, kinds.record);
    if (isRecord ? name in Object.prototype : inheritedNames.has(name) || /^\d/.test(name)) {
      const own = `lookupName(run, ${owner.code}, ${quote(name)})`;
      const isList = canBe(owner, kinds.list);
      const code = program.define('v', isList ? `Array.isArray(${owner.code}) ? undefined : ${own}` : own);
      return { code, kinds: anyData, isFinite: true, ...samples };
    }
    const code = program.define('v', `${owner.code}${isRecord ? '' : '?.'}[${quote(name)}]`);
    return { code, kinds: anyData, isFinite: true, ...samples };
  });
}

/**
 * A value of which only the fields are wanted. If samples always had a record, then one is expected, and what is missing
 * or has no fields is replaced by an empty one: that is much quicker than asking for each field whether there is a record.
 */
export function ownerOf(program: Program, value: Operand): Operand {
  const isExpected = value.samples !== undefined && value.samples.length > 0 && value.samples.every(isRecordSample);
  if (!isExpected || value.isGathered === true || isOnly(value, kinds.record)) return value;
  const { code } = value;
  return program.once(['record', code], () => {
    const record = program.define('r', `typeof ${code} === "object" && ${code} !== null ? ${code} : empty`);
    if (canBe(value, kinds.list)) program.line(`if (Array.isArray(${record})) throw bail;`);
    return { ...value, code: record, kinds: kinds.record };
  });
}

/** An item of a list, as code that is known to run only for items that are no lists themselves. */
export function knownItem(code: string, list: Operand): Operand {
  const known = list.isGathered === true ? list.kinds : anyData;
  return {
    code,
    kinds: known & ~kinds.missing & ~kinds.list,
    ...(list.isFinite && { isFinite: true }),
    ...(list.isGathered === true && list.isPlain === true && { isPlain: true }),
    ...itemSamples(list),
  };
}

/**
 * An item of a list; one that is a list itself is for the closures. If samples always had a record, it has to be one.
 */
export function itemIn(program: Program, code: string, list: Operand): Operand {
  const item = knownItem(code, list);
  if (list.isGathered === true) {
    if (canBe(list, kinds.list)) program.line(`if (Array.isArray(${code})) throw bail;`);
    return item;
  }
  const isRecord = item.samples !== undefined && item.samples.length > 0 && item.samples.every(isRecordSample);
  const test = isRecord ? `typeof ${code} !== "object" || ${code} === null || ` : '';
  program.line(`if (${test}Array.isArray(${code})) throw bail;`);
  return isRecord ? { ...item, kinds: kinds.record } : item;
}

function isRecordSample(sample: unknown): boolean {
  return kindOf(sample) === kinds.record;
}

/** Gives the field's values in the samples, with `undefined` for each sample that did not have it. */
function samplesOf({ samples }: Operand, name: string): Pick<Operand, 'samples'> {
  if (samples === undefined) return {};
  return {
    samples: samples.flatMap((sample): unknown[] => {
      if (kindOf(sample) !== kinds.record) return [undefined];
      const record = sample as Readonly<Record<string, unknown>>;
      return [Object.hasOwn(record, name) ? record[name] : undefined];
    }),
  };
}

/** Samples of a list's items, or of the value itself where it is none. */
export function itemSamples({ samples }: Operand): Pick<Operand, 'samples'> {
  if (samples === undefined) return {};
  return { samples: samples.flatMap((sample) => (Array.isArray(sample) ? sample : [sample])).slice(0, 100) };
}

/** The value is expected to be a list, as far as samples tell. */
export function isListExpected(operand: Operand): boolean {
  return seenAs(operand, kinds.list);
}

/**
 * Names that objects, arrays, texts, numbers and booleans inherit. Functions are not data, so `name` is an ordinary
 * name.
 */
const inheritedNames: ReadonlySet<string> = new Set(
  [Object.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype]
    .flatMap((prototype): string[] => Object.getOwnPropertyNames(prototype))
    .concat('isSequence', 'keepsSingleton', 'isTupleStream', 'isWrapper', 'isConstructed'),
);
