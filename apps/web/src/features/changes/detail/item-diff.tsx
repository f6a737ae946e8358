import { mappingDocument } from '@throughline/core/mapping/document';
import { flowSchema, valueMapSchema } from '@throughline/core/flow';
import type { ChangeItem } from './change-detail.ts';
import { DocumentDiff } from './document-diff.tsx';
import { FlowReview } from './flow/flow-review.tsx';
import { MappingDiff } from './mapping-diff.tsx';
import { ValueMapDiff } from './value-map-diff.tsx';

/** A document before and after, in the form that suits its kind. */
export const ItemDiff = ({ item }: { readonly item: ChangeItem }) => {
  if (item.kind === 'mapping') {
    const before = mappingDocument.safeParse(item.before);
    const after = mappingDocument.safeParse(item.after);
    if (after.success) return <MappingDiff before={before.data} after={after.data} />;
  }
  if (item.kind === 'value-map') {
    const before = valueMapSchema.safeParse(item.before);
    const after = valueMapSchema.safeParse(item.after);
    if (after.success) return <ValueMapDiff before={before.data} after={after.data} />;
  }
  if (item.kind === 'flow') {
    const before = flowSchema.safeParse(item.before);
    const after = flowSchema.safeParse(item.after);
    if (after.success) return <FlowReview before={before.data} after={after.data} />;
  }
  return (
    <div className="p-4">
      <DocumentDiff before={item.before} after={item.after} />
    </div>
  );
};
