import type { JsonSchema, JsonType } from './json-schema.ts';
import { ownValue } from './own-value.ts';

export interface FieldProblem {
  /** Dotted path from the record, for example `addressBook.items[0].label`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Compares a record's names and types with its schema. Lengths, patterns and choices are left to the vendor, whose own
 * settings may differ from ours. `null` is always allowed, because it clears a field. Fields that the schema does not
 * name pass when `isOpen` says so (custom fields of the account).
 */
export function checkRecord(
  value: unknown,
  schema: JsonSchema,
  isOpen: (name: string) => boolean = () => false,
  path = '',
): readonly FieldProblem[] {
  if (value === null || value === undefined) return [];
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => hasType(value, type))) {
    return [{ path, text: `must be ${types.join(' or ')}, not ${nameOf(value)}` }];
  }
  if (Array.isArray(value)) {
    const items = schema.items;
    if (items === undefined) return [];
    return value.flatMap((item, index) => checkRecord(item, items, isOpen, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || schema.properties === undefined) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const child = ownValue(schema.properties, name);
    const childPath = path === '' ? name : `${path}.${name}`;
    if (child !== undefined) return checkRecord(each, child, isOpen, childPath);
    return isOpen(name) ? [] : [{ path: childPath, text: 'is not a field of this object' }];
  });
}

function typesOf(schema: JsonSchema): readonly JsonType[] {
  const { type } = schema;
  if (type === undefined) return [];
  return typeof type === 'string' ? [type] : type;
}

function hasType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'null':
      return value === null;
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
  }
}

function nameOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
