import { touch } from '../work-meter.ts';
import { many, mayBeMany, none, one, present, unstated } from './count.ts';
import { declaredResult, passedOn } from './declared-result.ts';
import { accessField, anyField, fieldCount, fieldNames } from './field-access.ts';
import type { FunctionResult } from './function-result.ts';
import { merged } from './merged.ts';
import { unitOf } from './unit-of.ts';
import { computed, flatten, itemOf, listItems, listOf, originsVia, unknownFrom } from './sequence.ts';
import {
  join,
  maxTexts,
  nothing,
  unknownValue,
  valueOf,
  withCount,
  withThrough,
  type Type,
  type Value,
} from './value.ts';

const always =
  (type: Type): FunctionResult =>
  ({ args, known }) =>
    computed([type], one, args, known.name);

/** A number that counts what its argument counts. */
const sameUnit: FunctionResult = (call) => {
  const value = declaredResult(call);
  const unit = unitOf(listItems(call.args[0] ?? nothing));
  return unit === undefined ? value : { ...value, types: value.types.map((type) => ({ ...type, unit }) as Type) };
};

const whole: FunctionResult = (call) => ({ ...sameUnit(call), types: [{ kind: 'number', isInteger: true }] });

/** An empty list gives nothing. */
const ofSome: FunctionResult = (call) => {
  const value = sameUnit(call);
  return withCount(value, value.count | passedOn(listItems(call.args[0] ?? nothing)));
};

/** The list with its items in another order, or fewer. */
const reordered: FunctionResult = ({ args: [value = nothing], known }) => {
  const items = listItems(withCount(value, present(value.count)));
  const through = known.name === 'reverse' ? undefined : originsVia('function', [], known.name);
  return withThrough({ ...valueOf([{ kind: 'list', items }], passedOn(value)) }, through);
};

const distinct: FunctionResult = ({ args: [value = nothing] }) => {
  const types = value.types.map((type): Type => {
    if (type.kind !== 'list') return type;
    const { parts: _, ...list } = type;
    const fewer = mayBeMany(type.items.count) ? type.items.count | one : type.items.count;
    // The origin of a schema's list fields follows from the origin of the list, which does not change.
    return { ...list, kind: 'list', items: withCount(type.items, fewer), ...(type.isSource && { isSource: true }) };
  });
  return { ...value, types, count: mayBeMany(value.count) ? value.count | one : value.count };
};

const typeNames = ['null', 'number', 'string', 'boolean', 'array', 'object', 'function'];

/** JSONata functions whose signature does not tell the whole story. */
export const builtinResults: Readonly<Record<string, FunctionResult>> = {
  exists: always({ kind: 'boolean' }),
  count: always({ kind: 'number', isInteger: true }),
  now: always({ kind: 'string', format: 'date-time' }),
  millis: always({ kind: 'number', isInteger: true }),
  random: always({ kind: 'number' }),
  type: ({ args, known }) => computed([{ kind: 'string', values: typeNames }], passedOn(args[0]), args, known.name),
  number: sameUnit,
  abs: sameUnit,
  round: sameUnit,
  sum: sameUnit,
  max: ofSome,
  min: ofSome,
  average: ofSome,
  floor: whole,
  ceil: whole,
  length: whole,
  // A text that does not match the picture gives nothing.
  toMillis: (call) => {
    const value = whole(call);
    return call.args[1]?.types.length === 0 ? value : withCount(value, value.count | none);
  },
  parseInteger: whole,
  clone: ({ args: [value = nothing] }) => value,
  eval: ({ args }) => ({ ...unknownValue, through: originsVia('function', args, 'eval') }),
  // These functions never return.
  error: () => valueOf([], 0),
  assert: () => nothing,
  reverse: reordered,
  shuffle: reordered,
  distinct,
  append: ({ args: [first = nothing, second = nothing] }) => {
    if (first.types.length === 0) return second;
    if (second.types.length === 0) return first;
    const both = listOf([listItems(first), listItems(second)]);
    const zeroes = none | unstated;
    const withoutSecond = (second.count & zeroes) === 0 ? both : join(both, withCount(first, present(first.count)));
    const withoutFirst =
      (first.count & zeroes) === 0 ? withoutSecond : join(withoutSecond, withCount(second, present(second.count)));
    return withCount(withoutFirst, withoutFirst.count | (first.count & second.count & zeroes));
  },
  zip: ({ args, known }) => {
    const tuples = listOf(args.map((arg) => itemOf(listItems(arg))));
    return withThrough(
      valueOf([{ kind: 'list', items: withCount(tuples, one | many | unstated) }]),
      originsVia('function', [], known.name),
    );
  },
  merge: ({ args: [list = nothing] }) => withCount(merged(list), passedOn(list)),
  spread: ({ args, known }) => withCount(unknownFrom(args, known.name), passedOn(args[0])),
  keys: ({ args: [object = nothing], known }) => {
    touch(fieldCount(object));
    const names = fieldNames(object);
    const isKnown = names.length > 0 && names.length <= maxTexts;
    const items: Type = { kind: 'string', ...(isKnown && !hasMore(object) && { values: names }) };
    return computed([items], none | one | many, [object], known.name);
  },
  lookup: ({ args: [object = nothing, key = nothing], known }) => {
    const outer = flatten(object);
    const [type] = key.types;
    const name =
      type?.kind === 'string' && type.values?.length === 1 && key.types.length === 1 ? type.values[0] : undefined;
    const item = itemOf(outer);
    const found = name === undefined ? anyField(item) : accessField(item, name).value;
    const count = mayBeMany(outer.count) ? found.count | many | none : found.count | passedOn(object, key);
    const isSure = name !== undefined || item.types.some(({ kind }) => kind === 'unknown');
    const value = withCount(found, isSure ? count : count | none);
    return withThrough(value, originsVia('lookup', [key], known.name));
  },
  match: ({ args, known }) => {
    const fields = new Map([
      ['match', { value: valueOf([{ kind: 'string' }]) }],
      ['index', { value: valueOf([{ kind: 'number', isInteger: true }]) }],
      ['groups', { value: valueOf([{ kind: 'list', items: valueOf([{ kind: 'string' }], one | many | unstated) }]) }],
    ] as const);
    return computed(
      [{ kind: 'object', fields: new Map(fields), rest: undefined }],
      none | one | many,
      args,
      known.name,
    );
  },
  fromMillis: ({ args, known }) =>
    computed(
      [{ kind: 'string', ...(args[1]?.types.length === 0 && { format: 'date-time' }) }],
      passedOn(args[0]),
      args,
      known.name,
    ),
};

const hasMore = (object: Value): boolean =>
  flatten(object).types.some((type) => type.kind !== 'object' || type.rest !== undefined || type.isDeclared === true);
