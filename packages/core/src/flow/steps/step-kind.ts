import { z } from 'zod';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { durationMs } from '../duration-ms.ts';
import { expressionOf, type FieldValue } from '../field-value.ts';

/** A JSONata text evaluated against a run's scope: `$trigger`, `$steps.<id>`, `$item`, `$flow`. */
export const expressionSchema = z.string().trim().min(1, 'An expression is needed').max(20_000);

/** Key of a definition or connection: kebab-case, stable, readable in a URL. */
export const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens, starting with a letter')
  .max(80);

/** Name of a step or slot inside expressions, for example `$steps.readAccount`. */
export const identifierSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'Use letters and digits, starting with a lower-case letter')
  .max(60);

/** Business code of an exception, for example `BILLING_TERMS_MISSING`. */
export const codeSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'Use upper-case words joined by underscores')
  .max(60);

/** Longest duration of a flow, in days: about 1000 years, which is as good as for ever and within reach of every clock. */
export const maxDurationDays = 365_000;

/** ISO 8601 duration without years and months, whose length is the same everywhere: `PT30S`, `P2D`. */
export const durationSchema = z
  .string()
  .regex(/^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, {
    error: 'Use an ISO 8601 duration such as PT30S, PT5M or P2D',
    abort: true,
  })
  .refine((duration) => durationMs(duration) <= maxDurationDays * 86_400_000, {
    error: `Use a duration of at most ${maxDurationDays.toLocaleString('en')} days (1,000 years)`,
  });

/** One field of a step's config that gets a value when the step runs. */
export interface ExpressionSite {
  /** JSON pointer below `config`. */
  readonly pointer: string;
  readonly value: FieldValue;
  /** The expression that computes the value. */
  readonly text: string;
  /** The field is evaluated once per item, and sees `$item` and `$index`. */
  readonly isPerItem?: true;
  /** The field decides something, and is only read as true or false. */
  readonly isCondition?: true;
}

/** A body slot that a step offers: `each` of a for-each, one per case of a branch. */
export interface BodySlot {
  readonly slot: string;
  readonly title: string;
}

/** What a step refers to outside itself. The validator and the impact analysis follow these references. */
export interface StepReferences {
  readonly connection?: string;
  readonly object?: string;
  readonly mapping?: string;
  readonly valueMap?: string;
  readonly flow?: string;
}

/** How a step kind steers a run. Code that walks a flow asks this instead of checking for particular kinds. */
export interface ControlFlow {
  /** Which of its bodies run: none, the first that applies, all in parallel, or the only one once per item. */
  readonly runs: 'no-body' | 'one-body' | 'all-bodies' | 'body-per-item';
  /** No run continues past the step. */
  readonly ends?: true;
  /** The run rests here until a time, an event or a person lets it continue. */
  readonly waits?: true;
}

/** The shapes that an output is made of. `{}` allows anything, and stands for an unknown shape. */
export interface OutputShapes {
  /** A record of a connection's system, with child lists. */
  record(connection: string, object: string, include: readonly string[]): JsonSchema;
  /** What a mapping builds. */
  mapped(mapping: string): JsonSchema;
  /** What the last step of one of the step's bodies returns. */
  lastOf(slot: string): JsonSchema;
}

/**
 * One kind of step: its config schema, and pure views of a config that validator, designer and runtime share.
 * `isEffect` tells whether running it changes something outside (journaled, never repeated) or is pure.
 */
export interface StepKindDefinition<Config extends z.ZodType = z.ZodType> {
  readonly title: string;
  readonly summary: string;
  readonly isEffect: boolean;
  readonly control: ControlFlow;
  readonly config: Config;
  readonly slots: (config: z.infer<Config>) => readonly BodySlot[];
  readonly expressions: (config: z.infer<Config>) => readonly ExpressionSite[];
  readonly references: (config: z.infer<Config>) => StepReferences;
  /** The list whose items the body runs for, and whether a failed item stops the others. */
  readonly loop?: (config: z.infer<Config>) => LoopFacts;
  /** How many parts of a run it can occupy at the same time. When absent, as many as its widest body. */
  readonly width?: (config: z.infer<Config>, widths: Widths) => number;
  /** The shape of what later steps read as `$steps.<id>`. */
  readonly output: (config: z.infer<Config>, shapes: OutputShapes) => JsonSchema;
}

/** What the width of a step is computed from. */
export interface Widths {
  readonly ofSlot: (slot: string) => number;
  /** The width of the flow with this key; 1 when it is not known. */
  readonly ofFlow: (key: string) => number;
}

/** Infers the config type for the views. */
export const defineStepKind = <Config extends z.ZodType>(
  kind: StepKindDefinition<Config>,
): StepKindDefinition<Config> => kind;

export const siteOf = (pointer: string, value: FieldValue): ExpressionSite => ({
  pointer,
  value,
  text: expressionOf(value),
});

export const conditionSite = (pointer: string, value: FieldValue): ExpressionSite => ({
  ...siteOf(pointer, value),
  isCondition: true,
});

/** The fields below `pointer` of a record whose field names are a system's. */
export const recordSites = (pointer: string, record: Readonly<Record<string, FieldValue>>): ExpressionSite[] =>
  Object.entries(record).map(([name, value]) => siteOf(`${pointer}/${escapePointer(name)}`, value));

/** One site, or none when the optional field is absent. */
export const optionalSite = (pointer: string, value: FieldValue | undefined): ExpressionSite[] =>
  value === undefined ? [] : [siteOf(pointer, value)];

export const itemSites = (pointer: string, value: FieldValue | undefined): ExpressionSite[] =>
  optionalSite(pointer, value).map((site) => ({ ...site, isPerItem: true }));

const text: JsonSchema = { type: 'string' };

/** An object with these fields. A list of names makes text fields of them. */
export const outputObject = (fields: readonly string[] | Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties: isNames(fields) ? Object.fromEntries(fields.map((name) => [name, text])) : fields,
});

const isNames = (fields: readonly string[] | Readonly<Record<string, JsonSchema>>): fields is readonly string[] =>
  Array.isArray(fields);

/** RFC 6901 escaping of one pointer token. */
export const escapePointer = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** How a step runs a body once per item. */
export interface LoopFacts {
  readonly items: FieldValue;
  /** The key by which a replay finds an item; its position when absent. */
  readonly itemKey?: FieldValue | undefined;
  /** The first failed item ends the loop, instead of becoming an exception of its own. */
  readonly stopsAtFailure: boolean;
}
