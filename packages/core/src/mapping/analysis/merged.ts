import { touch } from '../work-meter.ts';
import { mayBeMany, none, one } from './count.ts';
import { accessField } from './field-access.ts';
import { union, type Origin } from './value.ts';
import { flatten } from './sequence.ts';
import {
  join,
  nothing,
  unknownType,
  unknownValue,
  valueOf,
  withCount,
  type Field,
  type ObjectType,
  type Value,
} from './value.ts';

/** The most combinations of types that are kept apart. */
const maxAlternatives = 8;

/** `$merge`: one object with the fields of all. When two fields have the same name, the later one wins. */
export function merged(list: Value): Value {
  const [type] = list.types;
  const isWritten = list.types.length === 1 && type?.kind === 'list' && type.parts !== undefined;
  const parts = (isWritten ? (type.parts ?? []) : [list]).map(flatten);
  let alternatives = [new Merge()];
  for (const part of parts) alternatives = alternatives.flatMap((merge) => merge.with(part, alternatives.length));
  const through = parts.reduce((origin: Origin | undefined, part) => union(origin, part.through), list.through);
  return valueOf(
    alternatives.map((merge) => merge.type()),
    one,
    through,
  );
}

class Merge {
  readonly #fields: Map<string, Field>;
  #rest: Value | undefined;

  constructor(fields: ReadonlyMap<string, Field> = new Map(), rest?: Value) {
    touch(fields.size);
    this.#fields = new Map(fields);
    this.#rest = rest;
  }

  /** Merges each object that the part may be. If there may be none or several, merges all of them at once. */
  with(part: Value, siblings: number): Merge[] {
    const objects = part.types.filter((type) => type.kind === 'object');
    const isOneOf = part.count === one && objects.length === part.types.length;
    if (isOneOf && objects.length * siblings <= maxAlternatives) {
      return objects.map((object) => new Merge(this.#fields, this.#rest).#add(object, part, true));
    }
    for (const object of objects) this.#add(object, part, false);
    if (part.types.includes(unknownType)) this.#addRest({ ...unknownValue, at: part.at });
    return [this];
  }

  #add(object: ObjectType, part: Value, isCertain: boolean): this {
    const here: Value = { types: [object], count: one, at: part.at, through: undefined };
    touch(1 + object.fields.size);
    for (const [name, field] of object.fields) {
      const { value } = accessField(here, name);
      const known = this.#fields.get(name)?.value;
      const isReplaced = isCertain && (value.count & none) === 0;
      const base = known ?? (isCertain ? undefined : nothing);
      const kept = base === undefined || isReplaced ? value : join(base, value);
      // The field is missing in this object but exists in an earlier one, so it stays.
      const isStaying = known?.count === one && !mayBeMany(kept.count);
      this.#fields.set(name, { ...field, value: isStaying ? withCount(kept, one) : kept });
    }
    if (object.rest !== undefined)
      this.#addRest(object.isSource === true ? { ...object.rest, at: part.at } : object.rest);
    return this;
  }

  #addRest(value: Value): void {
    this.#rest = this.#rest === undefined ? value : join(this.#rest, value);
  }

  type(): ObjectType {
    return { kind: 'object', fields: this.#fields, rest: this.#rest };
  }
}
