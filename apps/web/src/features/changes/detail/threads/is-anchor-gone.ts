import { flowSchema, valueMapSchema } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { mappingDocument } from '@throughline/core/mapping/document';
import type { AnchorKind } from '@throughline/core/db/schema/change';
import { settingsId, triggerId } from '../flow/compare-flow-steps.ts';
import { fieldsOf } from '../mapping/compare-mapping-fields.ts';

interface Anchor {
  readonly anchorKind: AnchorKind;
  readonly anchor: string;
}

/** True when the place of a comment is in neither version of the document any more. */
export const isAnchorGone = (
  { anchorKind, anchor }: Anchor,
  { before, after }: { readonly before: unknown; readonly after: unknown },
): boolean => ![before, after].some((document) => holds[anchorKind](document, anchor));

const holds: Record<AnchorKind, (document: unknown, anchor: string) => boolean> = {
  field: (document, anchor) => {
    const parsed = mappingDocument.safeParse(document);
    return parsed.success && (anchor.startsWith('@') || fieldsOf(parsed.data.text).includes(anchor));
  },
  step: (document, anchor) => {
    const parsed = flowSchema.safeParse(document);
    const isWhole = anchor === triggerId || anchor === settingsId;
    return parsed.success && (isWhole || findStep(parsed.data.body, anchor) !== undefined);
  },
  row: (document, anchor) => {
    const parsed = valueMapSchema.safeParse(document);
    return parsed.success && parsed.data.entries.some(({ key }) => key === anchor);
  },
};
