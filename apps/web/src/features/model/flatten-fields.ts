import type { EntityJsonSchema } from '@throughline/core/canonical/entity-json-schema';

export interface EntityField {
  /** Path from the entity: `billing.taxCode`, `lines[].quantity`. */
  readonly path: string;
  readonly depth: number;
  readonly title: string;
  readonly description: string;
  /** In plain words: `text`, `list of objects`, `one of 4`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
}

/** Every field of an entity, parents before children. */
export const flattenFields = (schema: EntityJsonSchema, prefix = '', depth = 0): readonly EntityField[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const inner = property.type === 'array' ? property.items : property;
    return [
      {
        path,
        depth,
        title: property.title ?? name,
        description: property.description ?? '',
        type: describeType(property),
        isRequired: schema.required?.includes(name) === true,
        choices: (inner?.enum ?? []).map(String),
      },
      ...(inner === undefined
        ? []
        : flattenFields(inner, `${path}${property.type === 'array' ? '[]' : ''}.`, depth + 1)),
    ];
  });

const describeType = (schema: EntityJsonSchema): string => {
  if (schema.type === 'array') return `list of ${plural(describeType(schema.items ?? {}))}`;
  if (schema.enum !== undefined) return `one of ${schema.enum.length}`;
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'instant';
  if (schema.format === 'email') return 'e-mail address';
  if (schema.pattern?.includes('\\.\\d') === true) return 'decimal';
  const { type } = schema;
  return typeof type === 'string' ? (words[type] ?? type) : 'anything';
};

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  object: 'object',
};

const plural = (word: string): string => (word === 'object' || word === 'text' || word === 'date' ? `${word}s` : word);
