import type { FlowDocument } from '@throughline/core/flow';
import type { DesignerData } from '../designer-data.ts';
import type { DataBefore } from './data-before.ts';

/** What a proposal can build on. */
export interface Surrounding {
  /** Nearest first; never empty, because the trigger is always there. */
  readonly before: readonly DataBefore[];
  readonly flow: FlowDocument;
  readonly data: DesignerData;
}
