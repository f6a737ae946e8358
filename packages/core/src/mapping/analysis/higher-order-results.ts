import { touch } from '../work-meter.ts';
import { applyFunction } from './apply-function.ts';
import { many, mayBeMany, none, one, over, present, someOf, unstated } from './count.ts';
import { passedOn } from './declared-result.ts';
import { accessField, anyField } from './field-access.ts';
import type { FunctionResult, KnownCall } from './function-result.ts';
import { flatten, influencedBy, itemOf, listItems, unknownFrom } from './sequence.ts';
import { join, nothing, unknownType, valueOf, withCount, type Field, type Type, type Value } from './value.ts';

/** Functions that call a function for each item. */
export const higherOrderResults: Readonly<Record<string, FunctionResult>> = {
  map: (call) => {
    const items = listItems(call.args[0] ?? nothing);
    const result = callWith(call, [itemOf(items), position, asList(items)]);
    return withCount(result, over(items.count, result.count));
  },
  filter: (call) => {
    const items = listItems(call.args[0] ?? nothing);
    const test = callWith(call, [itemOf(items), position, asList(items)]);
    return influencedBy(withCount(items, someOf(items.count)), 'filter', test);
  },
  single: (call) => {
    const items = listItems(call.args[0] ?? nothing);
    const test = callWith(call, [itemOf(items), position, asList(items)]);
    // None, or more than one, is an error.
    return influencedBy(withCount(items, one | (items.count & (none | unstated))), 'filter', test);
  },
  sort: (call) => {
    const [value = nothing, comparator = nothing] = call.args;
    const items = listItems(withCount(value, present(value.count)));
    const item = itemOf(items);
    const by = comparator.types.length === 0 ? item : callWith(call, [item, item]);
    const list = valueOf([{ kind: 'list', items }], passedOn(value));
    return influencedBy(list, 'sort', by);
  },
  reduce: (call) => {
    const [list = nothing, , initial = nothing] = call.args;
    const items = listItems(list);
    const item = itemOf(items);
    return folded(call, item, initial.types.length === 0 ? withCount(item, items.count & ~many || one) : initial);
  },
  sift: (call) => {
    const object = itemOf(flatten(call.args[0] ?? nothing));
    const test = callWith(call, [itemOf(anyField(object)), text, object]);
    const types = object.types.map((type): Type => {
      if (type.kind !== 'object') return type;
      touch(type.fields.size);
      const here: Value = { ...object, types: [type], through: undefined };
      const fields = new Map<string, Field>();
      for (const [name, field] of type.fields) {
        const { value } = accessField(here, name);
        fields.set(name, { ...field, value: withCount(value, value.count | none) });
      }
      return { kind: 'object', fields, rest: type.rest };
    });
    return influencedBy({ ...object, types, at: [], count: one | none }, 'filter', test);
  },
  each: (call) => {
    const object = itemOf(flatten(call.args[0] ?? nothing));
    const result = callWith(call, [itemOf(anyField(object)), text, object]);
    return withCount(result, over(none | one | many, result.count));
  },
};

const position = valueOf([{ kind: 'number', isInteger: true }]);
const text = valueOf([{ kind: 'string' }]);

const asList = (items: Value): Value =>
  valueOf([{ kind: 'list', items: withCount(items, items.count | (mayBeMany(items.count) ? one : 0)) }]);

/** Calls the function among the arguments, and passes no more arguments than it declares. */
function callWith(call: KnownCall, given: readonly Value[]): Value {
  const callee = call.args[1] ?? nothing;
  const parts = callee.types.map((type) => {
    const isFunction = type.kind === 'function';
    const args = isFunction ? given.slice(0, Math.max(1, type.arity)) : given;
    const one = { ...callee, types: [type] };
    return applyFunction(one, { ...call, args, sites: args.map(() => call.sites[1] ?? call.site) });
  });
  return parts.length === 0 ? unknownFrom(given) : parts.reduce(join);
}

/**
 * Repeats until the result does not change any more, at most a few times. After that, the result may be anything made
 * of its parts.
 */
function folded(call: KnownCall, item: Value, initial: Value): Value {
  let result = initial;
  for (let round = 0; round < 3; round += 1) {
    const next = join(result, callWith(call, [result, item, position]));
    const isSettled = next.types.length === result.types.length && next.count === result.count && round > 0;
    if (isSettled) return next;
    result = next;
  }
  return { ...result, types: [unknownType], count: one | unstated };
}
