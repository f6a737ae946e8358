import { touch } from '../work-meter.ts';
import { none, one, unstated } from './count.ts';
import { accessField } from './field-access.ts';
import { itemsOf } from './sequence.ts';
import { noPlaces, type Field, type Located, type ObjectType, type Type, type Value } from './value.ts';

/** Deeper parts of a schema's objects are left as they are, because schemas may be recursive. */
const maxNesting = 6;

/** Values are made of other values that stay the same, so what becomes of them is cached. */
const known = new WeakMap<Value, Value>();

/** `$compact`: removes null, and objects in which nothing is left. */
export function compacted(value: Value, nesting = 0): Value {
  if (value.types.every(isLeft)) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const after = compact(value, nesting);
  known.set(value, after);
  return after;
}

/** Tells whether a value stays as it is; most do. */
const isLeft = ({ kind }: Type): boolean => kind !== 'object' && kind !== 'list' && kind !== 'null';

function compact(value: Value, nesting: number): Value {
  touch(value.types.length);
  let { count } = value;
  const types: Type[] = [];
  for (const type of value.types) {
    if (type.kind === 'null') count |= none;
    else if ((type.kind === 'list' || type.kind === 'object') && type.isSource === true && nesting > maxNesting) {
      types.push(type);
    } else if (type.kind === 'list') {
      types.push({
        kind: 'list',
        items: compacted(itemsOf(type, value.at), nesting + 1),
        ...partsOf(type.parts, nesting + 1),
      });
    } else if (type.kind === 'object') {
      const object = compactedObject(type, value.at, nesting + 1);
      types.push(object);
      if (mayBeEmpty(object)) count |= none;
    } else types.push(type);
  }
  if (types.length === 0) return { ...value, types, count: count & (none | unstated) };
  // The rebuilt object has fields with origins of their own.
  const isRebuilt = types.some((type) => (type.kind === 'object' || type.kind === 'list') && type.isSource !== true);
  return { types, count, at: isRebuilt ? noPlaces : value.at, through: value.through };
}

const partsOf = (parts: readonly Value[] | undefined, nesting: number) =>
  parts === undefined ? {} : { parts: parts.map((part) => compacted(part, nesting)) };

function compactedObject(type: ObjectType, at: readonly Located[], nesting: number): ObjectType {
  const here: Value = { types: [type], count: one, at, through: undefined };
  touch(type.fields.size);
  const fields = new Map<string, Field>();
  for (const [name, field] of type.fields) {
    const { value } = accessField(here, name);
    fields.set(name, { ...field, value: compacted(value, nesting) });
  }
  const rest = type.rest === undefined ? undefined : type.isSource === true ? { ...type.rest, at } : type.rest;
  return { kind: 'object', fields, rest: rest && compacted(rest, nesting), title: type.title ?? '' };
}

/** Tells whether it is certainly empty. */
function mayBeEmpty({ fields, rest }: ObjectType): boolean {
  if (rest !== undefined) return false;
  for (const { value } of fields.values()) if ((value.count & none) === 0) return false;
  return true;
}
