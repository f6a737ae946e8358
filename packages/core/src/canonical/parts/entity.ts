import type { z } from 'zod';

/** One published shape of an entity. It never changes afterwards. */
export interface EntityVersion<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly example: z.output<Schema>;
}

/** A step from one version to the next. It has a name so that reviewers can refer to it. Pure. */
export interface EntityUpgrade {
  /** Kebab-case, says what it does: `split-name-into-parts`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly upgrade: (record: unknown) => unknown;
}

export interface EntityDefinition {
  readonly title: string;
  /** One sentence for people who have not met the term. */
  readonly description: string;
  /** Version that new mappings use. */
  readonly current: string;
  /** SemVer version → shape. */
  readonly versions: Readonly<Record<string, EntityVersion>>;
  readonly upgrades: readonly EntityUpgrade[];
}

/** Binds an example to its schema's type. */
export const version = <Schema extends z.ZodType>(
  schema: Schema,
  example: z.output<Schema>,
): EntityVersion<Schema> => ({ schema, example });
