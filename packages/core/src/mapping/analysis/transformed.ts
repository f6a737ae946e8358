import { touch } from '../work-meter.ts';
import type { Ir, TransformIr } from '../syntax/ir.ts';
import { none, one } from './count.ts';
import { accessField } from './field-access.ts';
import type { Interpreter } from './interpreter.ts';
import type { Scope } from './scope.ts';
import { itemOf, itemsOf, originsVia } from './sequence.ts';
import { union } from './value.ts';
import {
  join,
  unknownType,
  unknownValue,
  valueOf,
  type Field,
  type Located,
  type ObjectType,
  type Type,
  type Value,
} from './value.ts';

/**
 * A copy of a value in which the objects that the pattern finds have fields updated and removed. It is exact when the
 * pattern is `$`, the value itself. Otherwise the copy may be anything made of the value.
 */
export function transformed(interpreter: Interpreter, ir: TransformIr, value: Value, scope: Scope): Value {
  const found = interpreter.evaluate(ir.pattern, { ...scope, input: itemOf(value) });
  const update = interpreter.evaluate(ir.update, { ...scope, input: itemOf(found) });
  const removed = ir.remove === undefined ? [] : namesIn(interpreter, ir.remove, { ...scope, input: itemOf(found) });
  const isWhole = ir.pattern.kind === 'variable' && ir.pattern.name === '' && ir.pattern.predicates === undefined;
  if (!isWhole || removed === undefined) {
    return { ...valueOf([unknownType], value.count), through: originsVia('function', [value, update]) };
  }
  return updated(value, update, new Set(removed));
}

function namesIn(interpreter: Interpreter, remove: Ir, scope: Scope): readonly string[] | undefined {
  const items = remove.kind === 'array' ? remove.items : [remove];
  const names = items.map((item) => {
    const [type] = interpreter.evaluate(item, scope).types;
    return type?.kind === 'string' && type.values?.length === 1 ? type.values[0] : undefined;
  });
  return names.every((name) => name !== undefined) ? names : undefined;
}

function updated(value: Value, update: Value, removed: ReadonlySet<string>): Value {
  const types = value.types.map((type): Type => {
    if (type.kind === 'list') {
      return { kind: 'list', items: updated(itemsOf(type, value.at), update, removed) };
    }
    return type.kind === 'object' ? updatedObject(type, value.at, update, removed) : type;
  });
  const isUnknown = types.includes(unknownType);
  return { types, count: value.count, at: isUnknown ? value.at : [], through: union(value.through, update.through) };
}

function updatedObject(
  type: ObjectType,
  at: readonly Located[],
  update: Value,
  removed: ReadonlySet<string>,
): ObjectType {
  const here: Value = { types: [type], count: one, at, through: undefined };
  touch(type.fields.size);
  const fields = new Map<string, Field>();
  for (const [name, field] of type.fields) {
    if (!removed.has(name)) fields.set(name, { ...field, value: accessField(here, name).value });
  }
  for (const part of update.types) {
    if (part.kind !== 'object') continue;
    touch(part.fields.size);
    const isCertain = update.types.length === 1 && update.count === one;
    for (const [name, field] of part.fields) {
      if (removed.has(name)) continue;
      const known = fields.get(name)?.value;
      const isReplaced = isCertain && (field.value.count & none) === 0;
      fields.set(name, { ...field, value: known === undefined || isReplaced ? field.value : join(known, field.value) });
    }
  }
  const rest = type.rest === undefined && !update.types.includes(unknownType) ? undefined : unknownValue;
  return { kind: 'object', fields, rest: rest && { ...rest, at } };
}
