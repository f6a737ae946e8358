import { canBe, kindOf, kinds, anyData, isOnly, nothing, quote, seenAs, type Operand } from './operand.ts';
import { refuseFunction } from './gather.ts';
import type { Program } from './program.ts';

/**
 * Reads a field of a value; gives nothing if the value is a list. Callers that want the fields of its items check for a
 * list when nothing is found. Data comes from JSON, so names that are on no prototype can be read from any value
 * without an ownership check.
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
 * A value of which only the fields are used. If it was an object in all samples, an object is expected, and a missing
 * value or one without fields is replaced by an empty object. That is much faster than checking for each field.
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

/** An item of a list, for code that only runs for items that are not lists themselves. */
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
 * An item of a list. If the item is a list itself, the closures evaluate. If it was an object in all samples, it has to
 * be one.
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

/** Returns the field's values in the samples, with `undefined` for each sample without the field. */
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

/** Samples of a list's items, or of the value itself if it is not a list. */
export function itemSamples({ samples }: Operand): Pick<Operand, 'samples'> {
  if (samples === undefined) return {};
  return { samples: samples.flatMap((sample) => (Array.isArray(sample) ? sample : [sample])).slice(0, 100) };
}

/** The value is expected to be a list, according to the samples. */
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
