import { displayName, findReferenced } from './display-name.ts';
import type { Field, FieldMap } from './field-types.ts';
import type { RecordStore } from './record-store.ts';
import { RECORD_TYPES } from './record-types.ts';
import { isLines, isStoredId } from './stored-record.ts';
import type { StoredLine, StoredRecord, StoredSubrecord, StoredValue } from './stored-record.ts';

export interface RenderOptions {
  readonly store: RecordStore;
  /** e.g. `http://127.0.0.1:4103/services/rest/record/v1`. */
  readonly baseUrl: string;
  readonly expandSubResources: boolean;
  /** Enumerations as the bare id. */
  readonly simpleEnumFormat: boolean;
  /** Only these fields; undefined = all. */
  readonly fields: ReadonlySet<string> | undefined;
}

type Json = Record<string, unknown>;

/** A record as GET answers it: with links, references with refName, and sublists as links unless they are expanded. */
export function renderRecord(record: StoredRecord, options: RenderOptions): Json {
  const { fields } = RECORD_TYPES[record.type];
  const self = `${options.baseUrl}/${record.type}/${record.id}`;
  const out: Json = { links: selfLink(self) };
  for (const [name, field] of Object.entries(fields)) {
    if (options.fields !== undefined && !options.fields.has(name)) continue;
    const value = readField(record, name);
    const isSublist = field.type.kind === 'sublist';
    if (isSublist) out[name] = renderSublist(field, isLines(value) ? value : [], `${self}/${name}`, options);
    else if (value !== undefined) out[name] = renderValue(field, value, options);
  }
  return out;
}

/** The lines of one sublist as `{items}`, for its own URL and for expandSubResources. */
export function renderSublist(field: Field, lines: readonly StoredLine[], url: string, options: RenderOptions): Json {
  if (!options.expandSubResources) return { links: selfLink(url) };
  const lineFields = field.type.kind === 'sublist' ? field.type.fields : {};
  const items = lines.map((line) => ({ links: [], ...renderFields(lineFields, line, options) }));
  return {
    links: selfLink(url),
    count: items.length,
    hasMore: false,
    items,
    offset: 0,
    totalResults: items.length,
  };
}

export function readField(record: StoredRecord, name: string): StoredValue | undefined {
  if (name === 'id') return record.id;
  if (name === 'lastModifiedDate') return toRestInstant(record.modifiedAt);
  if (name === 'dateCreated' || name === 'createdDate') return toRestInstant(record.createdAt);
  return record.values[name];
}

export function selfLink(href: string): { rel: string; href: string }[] {
  return [{ rel: 'self', href }];
}

/** REST instants carry no milliseconds. */
function toRestInstant(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z');
}

function renderFields(fields: FieldMap, values: StoredLine | StoredSubrecord, options: RenderOptions): Json {
  const out: Json = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value !== undefined) out[name] = renderValue(field, value, options);
  }
  return out;
}

function renderValue(field: Field, value: StoredValue, options: RenderOptions): unknown {
  const { type } = field;
  if (type.kind === 'reference' && isStoredId(value)) {
    const target = findReferenced(options.store, type.to, value.id);
    const typeName = target?.type ?? type.to[0] ?? '';
    const refName = target === undefined ? {} : { refName: displayName(target) };
    return { links: selfLink(`${options.baseUrl}/${typeName}/${value.id}`), id: value.id, ...refName };
  }
  if (type.kind === 'enumeration' && isStoredId(value)) {
    return options.simpleEnumFormat ? value.id : { id: value.id, refName: type.values[value.id] ?? value.id };
  }
  if (type.kind === 'subrecord' && typeof value === 'object' && !isLines(value)) {
    return { links: [], ...renderFields(type.fields, value as StoredSubrecord, options) };
  }
  return value;
}
