import { z } from 'zod';

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

/** ISO 8601 duration without years and months, whose length is the same everywhere: `PT30S`, `P2D`. */
export const durationSchema = z
  .string()
  .regex(/^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'Use an ISO 8601 duration such as PT30S, PT5M or P2D');

/** One expression inside a step's config: where it stands (JSON pointer below `config`) and its text. */
export interface ExpressionSite {
  readonly pointer: string;
  readonly text: string;
}

/** A body slot a step offers: `each` of a for-each, one per case of a branch. */
export interface BodySlot {
  readonly slot: string;
  readonly title: string;
}

/** What a step names outside itself. The validator and the impact analysis follow these. */
export interface StepReferences {
  readonly connection?: string;
  readonly object?: string;
  readonly mapping?: string;
  readonly valueMap?: string;
  readonly flow?: string;
}

/**
 * One kind of step: its config schema, and pure views of a config that validator, designer and runtime share.
 * `isEffect` tells whether running it changes something outside (journaled, never repeated) or is pure.
 */
export interface StepKindDefinition<Config extends z.ZodType = z.ZodType> {
  readonly title: string;
  readonly summary: string;
  readonly isEffect: boolean;
  readonly config: Config;
  readonly slots: (config: z.infer<Config>) => readonly BodySlot[];
  readonly expressions: (config: z.infer<Config>) => readonly ExpressionSite[];
  readonly references: (config: z.infer<Config>) => StepReferences;
}

/** Infers the config type for the three views. */
export const defineStepKind = <Config extends z.ZodType>(
  kind: StepKindDefinition<Config>,
): StepKindDefinition<Config> => kind;

/** Expression sites of a record of expressions, below `pointer`. */
export const recordSites = (pointer: string, record: Readonly<Record<string, string>>): ExpressionSite[] =>
  Object.entries(record).map(([name, text]) => ({ pointer: `${pointer}/${escapePointer(name)}`, text }));

/** One site, or none when the optional expression is absent. */
export const optionalSite = (pointer: string, text: string | undefined): ExpressionSite[] =>
  text === undefined ? [] : [{ pointer, text }];

/** RFC 6901 escaping of one pointer token. */
export const escapePointer = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');
