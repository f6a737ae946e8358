import type { JsonSchema } from '../../connector/json-schema.ts';
import type { GhostSide } from './ghost.ts';

/** What is known about one side of the mapping. Paths are in JSON. */
export interface SideInput {
  readonly side: GhostSide;
  readonly schema: JsonSchema;
  readonly former: JsonSchema | undefined;
  readonly samples: readonly unknown[];
  /** Paths that the text uses. */
  readonly used: ReadonlySet<string>;
  /** The same paths, and those of the objects around them. */
  readonly usedAround: ReadonlySet<string>;
}
