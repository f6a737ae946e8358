import type { JsonSchema } from '@throughline/core/connector/json-schema';

type More = Partial<JsonSchema>;

/**
 * Builders for the fields of an object's schema. Every field gets a title and a sentence, because the designer shows
 * both.
 */
export const field = {
  text: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'string',
    title,
    description,
    ...more,
  }),
  choice: (title: string, description: string, values: readonly string[], more: More = {}): JsonSchema => ({
    type: 'string',
    title,
    description,
    enum: values,
    ...more,
  }),
  /** A calendar day, `YYYY-MM-DD`. */
  date: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'string',
    format: 'date',
    title,
    description,
    ...more,
  }),
  /** An instant with offset. */
  instant: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'string',
    format: 'date-time',
    title,
    description,
    ...more,
  }),
  number: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'number',
    title,
    description,
    ...more,
  }),
  integer: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'integer',
    title,
    description,
    ...more,
  }),
  flag: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'boolean',
    title,
    description,
    ...more,
  }),
  list: (title: string, description: string, items: JsonSchema, more: More = {}): JsonSchema => ({
    type: 'array',
    title,
    description,
    items,
    ...more,
  }),
  object: (
    title: string,
    description: string,
    properties: Readonly<Record<string, JsonSchema>>,
    more: More = {},
  ): JsonSchema => ({ type: 'object', title, description, properties, ...more }),
  /** A text that is kept encrypted and never shown again. */
  secret: (title: string, description: string, more: More = {}): JsonSchema => ({
    type: 'string',
    format: 'password',
    minLength: 1,
    title,
    description,
    ...more,
  }),
} as const;

/** Set by the system itself; a write that carries it is refused before it is sent. */
export const readOnly = { readOnly: true } as const satisfies More;
