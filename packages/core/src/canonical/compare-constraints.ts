import type { EntityJsonSchema } from './entity-json-schema.ts';
import type { SchemaChange } from './schema-change.ts';

/** Finds changes of one node other than those of its type, fields and items. */
export function compareConstraints(
  older: EntityJsonSchema,
  newer: EntityJsonSchema,
  pointer: string,
  label: string,
): SchemaChange[] {
  return [
    ...compareValues(older, newer, pointer, label),
    ...limits.flatMap((limit) => compareLimit(older, newer, limit, pointer, label)),
    ...compareFormat(older, newer, pointer, label),
    ...compareOpenness(older, newer, pointer, label),
    ...compareRest(older, newer, pointer, label),
    ...compareWording(older, newer, pointer, label),
  ];
}

function compareValues(
  older: EntityJsonSchema,
  newer: EntityJsonSchema,
  pointer: string,
  label: string,
): SchemaChange[] {
  if (older.enum === undefined && newer.enum === undefined) return [];
  if (older.enum === undefined || newer.enum === undefined) {
    const isNarrower = newer.enum !== undefined;
    return [
      {
        pointer,
        kind: isNarrower ? 'value-removed' : 'value-added',
        isBreaking: true,
        sentence: isNarrower
          ? `${label} now takes only a fixed set of values: mappings that write others are refused.`
          : `${label} now takes any value: mappings that read it may meet one they do not know.`,
      },
    ];
  }
  const [before, after] = [older.enum, newer.enum];
  const gone = before.filter((value) => !after.includes(value));
  const fresh = after.filter((value) => !before.includes(value));
  return [
    ...gone.map((value) => ({
      pointer,
      kind: 'value-removed' as const,
      isBreaking: true,
      sentence: `${label} no longer takes ${JSON.stringify(value)}: mappings that write it are refused.`,
    })),
    ...fresh.map((value) => ({
      pointer,
      kind: 'value-added' as const,
      isBreaking: true,
      sentence: `${label} now also takes ${JSON.stringify(value)}: mappings that read it do not know that value yet.`,
    })),
  ];
}

interface Limit {
  readonly key: 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems';
  readonly words: string;
  /** Returns +1 when a larger figure is stricter. */
  readonly stricter: 1 | -1;
}

const limits: readonly Limit[] = [
  { key: 'minLength', words: 'shortest length', stricter: 1 },
  { key: 'maxLength', words: 'longest length', stricter: -1 },
  { key: 'minimum', words: 'smallest value', stricter: 1 },
  { key: 'maximum', words: 'largest value', stricter: -1 },
  { key: 'minItems', words: 'fewest items', stricter: 1 },
  { key: 'maxItems', words: 'most items', stricter: -1 },
];

function compareLimit(
  older: EntityJsonSchema,
  newer: EntityJsonSchema,
  { key, words, stricter }: Limit,
  pointer: string,
  label: string,
): SchemaChange[] {
  const [was, is] = [older[key], newer[key]];
  if (was === is) return [];
  const open = stricter === 1 ? -Infinity : Infinity;
  const isTighter = ((is ?? open) - (was ?? open)) * stricter > 0;
  const change = `${label}: ${words} was ${was ?? 'not limited'} and is ${is ?? 'not limited'}`;
  return [
    isTighter
      ? {
          pointer,
          kind: 'limit-tightened',
          isBreaking: true,
          sentence: `${change}; values accepted before may be refused.`,
        }
      : { pointer, kind: 'limit-loosened', isBreaking: false, sentence: `${change}; what was accepted still is.` },
  ];
}

function compareFormat(
  older: EntityJsonSchema,
  newer: EntityJsonSchema,
  pointer: string,
  label: string,
): SchemaChange[] {
  if (older.format === newer.format && older.pattern === newer.pattern) return [];
  const isLooser = newer.format === undefined && newer.pattern === undefined;
  return [
    {
      pointer,
      kind: 'format-changed',
      isBreaking: true,
      sentence: isLooser
        ? `${label} no longer has a fixed format: mappings that read it may meet text they cannot use.`
        : `${label} has another format: values accepted before may be refused.`,
    },
  ];
}

function compareOpenness(
  older: EntityJsonSchema,
  newer: EntityJsonSchema,
  pointer: string,
  label: string,
): SchemaChange[] {
  const [was, is] = [older.additionalProperties !== false, newer.additionalProperties !== false];
  if (was === is) return [];
  return [
    is
      ? { pointer, kind: 'opened', isBreaking: false, sentence: `${label} now allows fields that are not described.` }
      : {
          pointer,
          kind: 'closed',
          isBreaking: true,
          sentence: `${label} no longer allows fields that are not described: mappings that write some are refused.`,
        },
  ];
}

function compareRest(older: EntityJsonSchema, newer: EntityJsonSchema, pointer: string, label: string): SchemaChange[] {
  const isSame =
    JSON.stringify(older.const) === JSON.stringify(newer.const) &&
    JSON.stringify(older.anyOf) === JSON.stringify(newer.anyOf);
  if (isSame) return [];
  const sentence = `${label} changed in a way that cannot be compared, so it counts as breaking.`;
  return [{ pointer, kind: 'not-comparable', isBreaking: true, sentence }];
}

function compareWording(
  older: EntityJsonSchema,
  newer: EntityJsonSchema,
  pointer: string,
  label: string,
): SchemaChange[] {
  if (older.title === newer.title && older.description === newer.description) return [];
  const sentence = `${label} has another title or description; its data is the same.`;
  return [{ pointer, kind: 'wording-changed', isBreaking: false, sentence }];
}
