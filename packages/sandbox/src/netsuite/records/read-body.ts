import { NetSuiteError, invalidContent, invalidFieldValue, invalidReferenceKey } from '../errors.ts';
import { findReferenced } from './display-name.ts';
import type { Field, FieldMap, FieldType, RecordTypeName } from './field-types.ts';
import type { RecordStore } from './record-store.ts';
import type {
  StoredId,
  StoredLine,
  StoredRecord,
  StoredScalar,
  StoredSubrecord,
  StoredValue,
} from './stored-record.ts';

export type UnknownNames = 'Error' | 'Warning' | 'Ignore';

export interface BodyReader {
  readonly store: RecordStore;
  readonly unknownNames: UnknownNames;
  /** Filled with the names that were ignored. */
  readonly warnings: string[];
}

/** What a body says about each field: a value, or null to empty it. */
export type BodyValues = Readonly<Record<string, StoredValue | null>>;

type SublistType = Extract<FieldType, { kind: 'sublist' }>;

const IGNORED = new Set(['links', 'id', 'refName', 'totalResults', 'count', 'hasMore', 'offset']);

/** Reads a request body by the record's fields. Throws NetSuiteError at the first invalid value. */
export function readBody(reader: BodyReader, fields: FieldMap, body: unknown): BodyValues {
  const values: Record<string, StoredValue | null> = {};
  for (const [name, input] of Object.entries(asObject(body, ''))) {
    const field = fields[name];
    if (field === undefined) rejectName(reader, name, name);
    else if (field.isReadOnly !== true) values[name] = input === null ? null : readValue(reader, field, input, name);
  }
  return values;
}

function readValue(reader: BodyReader, field: Field, input: unknown, path: string): StoredValue {
  if (field.type.kind === 'sublist') return readLines(reader, field.type, input, path);
  if (field.type.kind === 'subrecord') return readSubrecord(reader, field.type.fields, input, path);
  return readPlain(reader, field, input, path);
}

function readPlain(reader: BodyReader, field: Field, input: unknown, path: string): StoredScalar | StoredId {
  const { type } = field;
  switch (type.kind) {
    case 'string':
      return readText(input, path);
    case 'number':
      return readNumber(input, path);
    case 'integer': {
      const value = readNumber(input, path);
      if (!Number.isInteger(value)) throw invalidFieldValue(String(input), lastPart(path), path);
      return value;
    }
    case 'boolean':
      if (typeof input !== 'boolean') throw invalidFieldValue(String(input), lastPart(path), path);
      return input;
    case 'date':
    case 'date-time':
      return readDate(input, path);
    case 'reference':
      return readReference(reader.store, type.to, input, path);
    case 'enumeration': {
      const id = readId(input, path);
      if (type.values[id] === undefined) throw invalidFieldValue(id, lastPart(path), path);
      return { id };
    }
    case 'subrecord':
    case 'sublist':
      throw new Error(`Field ${path} is not a plain value.`);
  }
}

function readSubrecord(reader: BodyReader, fields: FieldMap, input: unknown, path: string): StoredSubrecord {
  const out: Record<string, StoredScalar | StoredId> = {};
  for (const [name, value] of Object.entries(asObject(input, path))) {
    const field = fields[name];
    const inner = `${path}.${name}`;
    if (field === undefined) rejectName(reader, name, inner);
    else if (value !== null && field.isReadOnly !== true) out[name] = readPlain(reader, field, value, inner);
  }
  return out;
}

/** A sublist comes as `{items: [...]}`; a bare array is refused, as NetSuite does. */
function readLines(reader: BodyReader, { fields, key }: SublistType, input: unknown, path: string): StoredLine[] {
  const items = asObject(input, path)['items'];
  if (!Array.isArray(items)) throw invalidContent(`Sublist '${path}' must be an object with 'items'.`, path);
  return items.map((item: unknown, index) => {
    const line: Record<string, StoredScalar | StoredId | StoredSubrecord> = {};
    const where = `${path}.items[${index}]`;
    for (const [name, value] of Object.entries(asObject(item, where))) {
      const field = fields[name];
      if (field === undefined) rejectName(reader, name, `${where}.${name}`);
      else if (value !== null && (name === key || field.isReadOnly !== true)) {
        line[name] =
          field.type.kind === 'subrecord'
            ? readSubrecord(reader, field.type.fields, value, `${where}.${name}`)
            : readPlain(reader, field, value, `${where}.${name}`);
      }
    }
    return line;
  });
}

/** `{id}`, `{externalId}`, or the id alone. */
export function readReference(
  store: RecordStore,
  types: readonly RecordTypeName[],
  input: unknown,
  path: string,
): StoredId {
  const externalId = externalIdOf(input);
  if (externalId !== undefined) {
    const found = types.map((type) => store.findByExternalId(type, externalId)).find((each) => each !== undefined);
    if (found === undefined) throw invalidReferenceKey(lastPart(path), externalId, path);
    return usable(found, path);
  }
  const id = readId(input, path);
  const found = findReferenced(store, types, id);
  if (found === undefined) throw invalidFieldValue(id, lastPart(path), path);
  return usable(found, path);
}

/** An inactive record cannot be chosen. */
function usable(record: StoredRecord, path: string): StoredId {
  if (record.values['isInactive'] === true) throw invalidFieldValue(record.id, lastPart(path), path);
  return { id: record.id };
}

function externalIdOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const given = (input as Record<string, unknown>)['externalId'];
  return typeof given === 'string' ? given : undefined;
}

function readId(input: unknown, path: string): string {
  const id = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)['id'] : input;
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  throw invalidContent(`Field '${path}' needs an object with 'id' or 'externalId'.`, path);
}

function readText(input: unknown, path: string): string {
  if (typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean') return String(input);
  throw invalidFieldValue(JSON.stringify(input), lastPart(path), path);
}

function readNumber(input: unknown, path: string): number {
  const value = typeof input === 'string' && input.trim() !== '' ? Number(input) : input;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw invalidFieldValue(String(input), lastPart(path), path);
}

/** REST dates are ISO whatever the account prefers. */
function readDate(input: unknown, path: string): string {
  if (typeof input !== 'string' || !isCalendarDate(input)) {
    throw invalidFieldValue(String(input), lastPart(path), path);
  }
  return input;
}

/** JavaScript reads 30 February as 2 March, so the day must come back as it went in. */
function isCalendarDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
  const ms = Date.parse(day);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) && !Number.isNaN(Date.parse(text));
}

function rejectName(reader: BodyReader, name: string, path: string): void {
  if (IGNORED.has(name)) return;
  if (reader.unknownNames === 'Error') {
    throw new NetSuiteError(400, {
      detail: `Invalid content in the request body. Unknown property '${name}'.`,
      code: 'INVALID_CONTENT',
      path,
    });
  }
  if (reader.unknownNames === 'Warning') reader.warnings.push(path);
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalidContent(path === '' ? 'A JSON object is expected.' : `'${path}' must be an object.`, path);
}

function lastPart(path: string): string {
  return path.split('.').at(-1) ?? path;
}
