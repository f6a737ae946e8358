import { canBe, kindOf, kinds, anyData, isOnly, nothing, quote, seenAs, type Operand } from './operand.ts';
import type { Program } from './program.ts';

/**
 * The field of a value, nothing if the value is a list: whoever wants the fields of its items has to look whether it is
 * one where nothing is found. Data comes from JSON: names that no prototype has can be read of any value without asking
 * who owns them.
 */
export function readName(program: Program, owner: Operand, name: string): Operand {
  if (!canBe(owner, kinds.record | kinds.list)) return nothing;
  return program.once(`${owner.code}.${name}`, () => {
    const samples = samplesOf(owner, name);
    if (inheritedNames.has(name) || /^\d/.test(name)) {
      const own = `lookupName(run, ${owner.code}, ${quote(name)})`;
      const code = program.define(
        'v',
        canBe(owner, kinds.list) ? `Array.isArray(${owner.code}) ? undefined : ${own}` : own,
      );
      return { code, kinds: anyData, isFinite: true, ...samples };
    }
    const dot = isOnly(owner, kinds.record) ? '' : '?.';
    const code = program.define('v', `${owner.code}${dot}[${quote(name)}]`);
    return { code, kinds: anyData, isFinite: true, ...samples };
  });
}

/** What the field was in the samples; `undefined` where it was missing. */
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

/** What objects, arrays, texts, numbers and booleans inherit. Functions are no data: `name` is an ordinary name. */
const inheritedNames: ReadonlySet<string> = new Set(
  [Object.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype]
    .flatMap((prototype): string[] => Object.getOwnPropertyNames(prototype))
    .concat('isSequence', 'keepsSingleton', 'isTupleStream', 'isWrapper', 'isConstructed'),
);
