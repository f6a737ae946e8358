import { none, one, present, unstated } from './count.ts';
import { compacted } from './compacted.ts';
import { checkUnit } from './check-unit.ts';
import { passedOnNull } from './declared-result.ts';
import { unitOf } from './unit-of.ts';
import { union } from './value.ts';
import type { FunctionResult, KnownCall } from './function-result.ts';
import { computed, flatten, listItems, originsVia } from './sequence.ts';
import {
  join,
  nothing,
  unknownType,
  valueOf,
  withCount,
  type Field,
  type ObjectType,
  type Type,
  type Value,
} from './value.ts';

const text =
  (format: string): FunctionResult =>
  ({ args, known }) =>
    computed([{ kind: 'string', format }], passedOnNull(args[0]), args, known.name);

/** Gives nothing if one of its arguments is missing. */
const quantity: FunctionResult = ({ args, known }) => {
  const isMoney = args.slice(0, 2).some(isMoneyValue);
  const isUnknown = args
    .slice(0, 2)
    .some(({ types }) => types.some(({ kind }) => kind === 'unknown' || kind === 'object'));
  const [first = nothing, second = nothing] = args;
  const unit = known.name === 'subtract' ? (unitOf(first) ?? unitOf(second)) : undefined;
  const type: Type = isMoney
    ? known.name === 'divide' && isMoneyValue(second)
      ? decimalType()
      : moneyType
    : isUnknown
      ? unknownType
      : decimalType(unit);
  return computed([type], passedOnNull(first) | passedOnNull(second), args, known.name);
};

const money: FunctionResult = ({ args, known }) => computed([moneyType], passedOnNull(args[0]), args, known.name);

/** Our functions whose signature does not tell the whole story. */
export const domainResults: Readonly<Record<string, FunctionResult>> = {
  valueMap: ({ args: [table = nothing, key = nothing, otherwise = nothing], known }) => {
    const isOtherwise = otherwise.types.length > 0;
    const types = isOtherwise ? [unknownType, ...otherwise.types.filter(({ kind }) => kind === 'null')] : [unknownType];
    const count = isOtherwise ? one | (otherwise.count & (none | unstated)) : passedOnNull(key);
    const through = originsVia('lookup', [key], literal(table) ?? known.name);
    return valueOf(types, count, union(through, originsVia('direct', [otherwise])));
  },
  compact: ({ args: [value = nothing] }) => compacted(value),
  required: ({ args: [value = nothing] }) => withCount(value, present(value.count)),
  decimal: (call) => {
    const unit = unitOf(call.args[0] ?? nothing);
    return computed([decimalType(unit)], passedOnNull(call.args[0]), call.args, call.known.name);
  },
  roundDecimal: (call) =>
    computed([decimalType(unitOf(call.args[0] ?? nothing))], passedOnNull(call.args[0]), call.args, call.known.name),
  add: ({ args, known }) => {
    const items = args.map((arg) => flatten(listItems(arg)));
    const isMoney = items.some(isMoneyValue);
    const isUnknown = items.some(({ types }) => types.some(({ kind }) => kind === 'unknown'));
    const units = new Set(items.map(unitOf));
    const type = isMoney
      ? moneyType
      : isUnknown
        ? unknownType
        : decimalType(units.size === 1 ? [...units][0] : undefined);
    return computed([type], one, args, known.name);
  },
  subtract: quantity,
  multiply: quantity,
  divide: quantity,
  money: (call) => {
    checkUnit(call, 0, 'major');
    return money(call);
  },
  convert: money,
  roundMoney: money,
  fromMinorUnits: (call) => {
    checkUnit(call, 0, 'minor');
    return money(call);
  },
  minorUnits: (call) => whole(call, 'minor'),
  hoursToMinutes: (call) => {
    checkUnit(call, 0, 'hour');
    return whole(call, 'minute');
  },
  minutesToHours: (call) => {
    checkUnit(call, 0, 'minute');
    return computed([decimalType('hour')], passedOnNull(call.args[0]), call.args, call.known.name);
  },
  compare: (call) => ({ ...whole(call), count: passedOnNull(call.args[0]) | passedOnNull(call.args[1]) }),
  date: text('date'),
  dateAdd: text('date'),
  dateStart: text('date'),
  dateEnd: text('date'),
  businessDayAdd: text('date'),
  instant: text('date-time'),
  dateDifference: (call) => ({ ...whole(call), count: passedOnNull(call.args[0]) | passedOnNull(call.args[1]) }),
  businessDayDifference: (call) => ({ ...whole(call), count: passedOnNull(call.args[0]) | passedOnNull(call.args[1]) }),
  e164: ({ args, known }) => {
    const otherwise = args[2] ?? nothing;
    const number = computed([{ kind: 'string' }], passedOnNull(args[0]), args.slice(0, 2), known.name);
    return otherwise.types.length === 0 ? number : join(number, withCount(otherwise, present(otherwise.count)));
  },
  splitName: ({ args, known }) => {
    const part: Field = { value: valueOf([{ kind: 'string' }], one | none) };
    const names = ['salutation', 'firstName', 'lastName', 'suffix'];
    const fields = new Map(names.map((name) => [name, part] as const));
    return computed([{ kind: 'object', fields, rest: undefined }], passedOnNull(args[0]), args, known.name);
  },
};

function whole({ args, known }: KnownCall, unit?: string): Value {
  const type: Type = { kind: 'number', isInteger: true, ...(unit !== undefined && { unit }) };
  return computed([type], passedOnNull(args[0]), args, known.name);
}

const decimalType = (unit?: string): Type => ({
  kind: 'string',
  format: 'decimal',
  ...(unit !== undefined && { unit }),
});

const moneyType: ObjectType = {
  kind: 'object',
  title: 'money',
  fields: new Map<string, Field>([
    ['amount', { value: valueOf([{ kind: 'string', format: 'decimal', unit: 'major' }]) }],
    ['currency', { value: valueOf([{ kind: 'string', format: 'currency' }]) }],
  ]),
  rest: undefined,
};

/** An object of an amount and a currency, as canonical money is. */
export function isMoneyType(type: Type): type is ObjectType {
  return type.kind === 'object' && type.fields.size === 2 && type.fields.has('amount') && type.fields.has('currency');
}

const isMoneyValue = ({ types }: Value): boolean => types.length > 0 && types.every(isMoneyType);

function literal({ types: [type] }: Value): string | undefined {
  return type?.kind === 'string' && type.values?.length === 1 ? type.values[0] : undefined;
}
