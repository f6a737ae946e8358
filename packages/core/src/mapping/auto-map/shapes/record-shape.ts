import type { JsonSchema } from '../../../connector/json-schema.ts';
import type { Unit } from '../../../canonical/parts/unit.ts';
import { fieldsOf, listItems, resolveRef } from '../../schema-fields.ts';
import { wordsOf, type Word } from '../names/words-of.ts';
import { fieldKind, type FieldKind } from './field-kind.ts';

/** One field without fields of its own. Money, and a reference to another record, count as one field each. */
export interface FieldShape {
  /** Its place in the schema. */
  readonly order: number;
  /** Names from the record inwards. The names of a list are in the path of the list. */
  readonly path: readonly string[];
  /** The words of its name and of its title. */
  readonly names: readonly (readonly Word[])[];
  readonly title: string | undefined;
  /** The objects around it within the record, innermost first. */
  readonly around: readonly ObjectShape[];
  readonly kind: FieldKind;
  /** What a figure counts, by its schema or else by its name. */
  readonly unit: Unit | undefined;
  readonly schema: JsonSchema;
  readonly isReadOnly: boolean;
  /** It refers to another record as `{ "id": … }`, so its words are those of the object. */
  readonly isReference: boolean;
  /** For an id: what it identifies, by its name and by its title. Empty for the id of the record, or object, in which it is. */
  readonly identifies: readonly (readonly Word[])[];
}

export interface ObjectShape {
  readonly path: readonly string[];
  readonly words: readonly Word[];
  readonly title: string | undefined;
}

/** A list of records. */
export interface ListShape {
  /** Its place in the schema. */
  readonly order: number;
  readonly path: readonly string[];
  readonly words: readonly Word[];
  readonly title: string | undefined;
  readonly around: readonly ObjectShape[];
  readonly isReadOnly: boolean;
  readonly record: RecordShape;
}

/** A record, or an item of a list, with everything that it has once. What it has many times is in its lists. */
export interface RecordShape {
  readonly words: readonly Word[];
  readonly fields: readonly FieldShape[];
  readonly lists: readonly ListShape[];
  /** Objects directly in the record, such as the parts of a bundle. */
  readonly objects: readonly ObjectShape[];
}

const maxDepth = 8;
const maxFields = 6_000;

/** Reads a schema as records, fields and lists. */
export function recordShape(schema: JsonSchema): RecordShape {
  return new ShapeReader(schema).record(schema, wordsOf(schema.title ?? ''), 0);
}

interface Place {
  readonly order: number;
  readonly path: readonly string[];
  readonly around: readonly ObjectShape[];
  readonly isReadOnly: boolean;
  readonly depth: number;
}

interface Found {
  readonly fields: FieldShape[];
  readonly lists: ListShape[];
  readonly objects: ObjectShape[];
}

class ShapeReader {
  readonly #root: JsonSchema;
  #count = 0;

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  record(schema: JsonSchema, words: readonly Word[], depth: number): RecordShape {
    const found: Found = { fields: [], lists: [], objects: [] };
    this.#object(schema, { order: 0, path: [], around: [], isReadOnly: false, depth }, found);
    return { words, ...found };
  }

  #object(schema: JsonSchema, place: Place, found: Found): void {
    if (place.depth >= maxDepth) return;
    for (const { name, schema: written } of fieldsOf(schema, this.#root)) {
      if (this.#count >= maxFields) return;
      this.#count += 1;
      const field = settled(written, this.#root);
      const path = [...place.path, name];
      const isReadOnly = place.isReadOnly || field.readOnly === true;
      this.#field(name, field, { ...place, order: this.#count, path, isReadOnly, depth: place.depth + 1 }, found);
    }
  }

  #field(name: string, schema: JsonSchema, place: Place, found: Found): void {
    const { order, path, around, isReadOnly, depth } = place;
    const words = distinct([...wordsOf(name), ...wordsOf(schema.title ?? '')]);
    const items = listItems(schema, this.#root);
    if (items !== undefined && fieldsOf(items, this.#root).length > 0) {
      const title = settled(items, this.#root).title;
      const record = this.record(items, distinct([...words, ...wordsOf(title ?? '')]), depth);
      found.lists.push({ order, path, words, title: schema.title, around, isReadOnly, record });
      return;
    }
    const inner = items === undefined ? fieldsOf(schema, this.#root) : [];
    const names = new Set(inner.map((field) => field.name));
    if (inner.length === 0 || isMoney(names)) {
      const kind = inner.length === 0 ? fieldKind(schema) : 'money';
      found.fields.push(fieldShape({ name, schema, kind, place, isReference: false }));
    } else if (isReference(names)) {
      const id = settled(inner.find((field) => field.name === 'id')?.schema ?? {}, this.#root);
      const kind = fieldKind(id);
      const reference = { ...place, path: [...path, 'id'], isReadOnly: isReadOnly || id.readOnly === true };
      found.fields.push(
        fieldShape({
          name,
          schema: { ...id, title: schema.title ?? name, description: schema.description ?? '' },
          kind,
          place: reference,
          isReference: true,
        }),
      );
    } else {
      const object = { path, words, title: schema.title };
      if (around.length === 0) found.objects.push(object);
      this.#object(schema, { ...place, around: [object, ...around] }, found);
    }
  }
}

interface FieldInput {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly kind: FieldKind;
  readonly place: Place;
  readonly isReference: boolean;
}

function fieldShape({ name, schema, kind, place, isReference }: FieldInput): FieldShape {
  const { order, path, around, isReadOnly } = place;
  const title = schema.title;
  const hint = isReference ? shortDescription(schema) : undefined;
  const names = [name, title, hint].filter((text) => text !== undefined).map((text) => wordsOf(text));
  const isId = idKinds.has(kind) && (isReference || idWords.has(names[0]?.at(-1)?.concept ?? ''));
  return {
    order,
    path,
    names,
    title,
    around,
    kind: isId ? 'id' : kind,
    unit: schema['x-unit'] ?? unitNamed(kind, names),
    schema,
    isReadOnly,
    isReference,
    identifies: isId ? identified(names, around[0]) : [],
  };
}

function unitNamed(kind: FieldKind, names: readonly (readonly Word[])[]): Unit | undefined {
  if (kind !== 'number' && kind !== 'decimal' && kind !== 'text') return undefined;
  const words = names[0] ?? [];
  return words.map(({ concept }) => units[concept]).find((unit) => unit !== undefined);
}

const units: Readonly<Record<string, Unit>> = {
  hour: 'hour',
  minute: 'minute',
  cent: 'minor',
  percent: 'percent',
};

const idKinds: ReadonlySet<FieldKind> = new Set(['text', 'number', 'any']);
const idWords: ReadonlySet<string> = new Set(['id', 'reference']);

/** The sentence of a reference often names what it refers to. A longer one tells a story. */
function shortDescription({ description }: JsonSchema): string | undefined {
  return description !== undefined && wordsOf(description).length <= 5 ? description : undefined;
}

/** Empty for the record's own id. */
function identified(names: readonly (readonly Word[])[], around: ObjectShape | undefined): (readonly Word[])[] {
  const own = names.map((words) => words.filter(({ concept }) => !idWords.has(concept) && concept !== 'record'));
  if (own[0]?.length === 0) {
    const isOrigin = around?.words.some(({ concept }) => concept === 'origin') === true;
    return around === undefined || isOrigin ? [] : [around.words];
  }
  return own.filter((words) => words.length > 0);
}

/** The schema behind a reference or behind a union with null. */
function settled(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const resolved = resolveRef(schema, root);
  if (resolved.type !== undefined) return resolved;
  const option = [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])].find(({ type }) => type !== 'null');
  if (option === undefined) return resolved;
  const { title, description, readOnly } = resolved;
  return {
    ...resolveRef(option, root),
    ...(title && { title }),
    ...(description && { description }),
    ...(readOnly && { readOnly }),
  };
}

const isMoney = (names: ReadonlySet<string>): boolean =>
  names.size === 2 && names.has('amount') && names.has('currency');

/** Some systems return the name of the other record next to its id. */
const isReference = (names: ReadonlySet<string>): boolean =>
  names.has('id') && (names.size === 1 || names.has('refName'));

function distinct(words: readonly Word[]): Word[] {
  return words.filter(({ concept }, index) => words.findIndex((other) => other.concept === concept) === index);
}
