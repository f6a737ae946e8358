import type { MappingDocument } from '../../mapping/document.ts';
import type { ValueMapTables } from '../../mapping/functions/function-definition.ts';
import type { Problem } from '../problem.ts';

/** Asks the thread to run the saved tests of one mapping. */
export interface ThreadRequest {
  readonly document: MappingDocument;
  readonly key: string;
  /** Left out when they are the same as in the previous request. */
  readonly valueMaps?: ValueMapTables;
  readonly stepsPerTest: number;
  readonly stepsLeft: number;
}

/** Says that a test begins, or that all tests of the mapping have ended. */
export type ThreadReply =
  | { readonly started: number }
  | { readonly problems: readonly Problem[]; readonly stepsLeft: number };
