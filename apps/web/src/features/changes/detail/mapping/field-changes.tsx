'use client';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { Segmented } from '#ui/segmented.tsx';
import { AnchorThreads } from '../threads/anchor-threads.tsx';
import { useReview } from '../threads/review-context.ts';
import { EffectBadge } from '../../../designer/canvas/effect-badge.tsx';
import {
  compareMappingFields,
  otherParts,
  type FieldText,
  type FieldTextChange,
  type MappingFieldChanges,
} from './compare-mapping-fields.ts';

interface FieldChangesProps {
  /** Undefined for a new mapping. */
  readonly before: MappingDocument | undefined;
  readonly after: MappingDocument;
}

/** The target fields that a mapping fills in another way, each with its old and its new expression and what they say. */
export const FieldChanges = ({ before, after }: FieldChangesProps) => {
  const was = before?.text;
  const { fields, rest } = useMemo(() => compareMappingFields(was, after.text), [was, after.text]);
  const changed = fields.filter(({ effect }) => effect !== 'same');
  const linked = useSearchParams().get('thread');
  const thread = useReview()?.change.threads.find(({ id }) => id === linked);
  // The linked field may be one that did not change.
  const [view, setView] = useState(thread?.anchorKind === 'field' ? 'all' : 'changed');
  const shown = view === 'changed' ? changed : fields;
  return (
    <section aria-label="Target fields" className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="flex-1 text-caps font-medium text-muted">Target fields</h3>
        <Segmented
          label="Fields"
          value={view}
          onChange={setView}
          segments={[
            { value: 'changed', label: before === undefined ? 'New fields' : 'Changed fields', count: changed.length },
            { value: 'all', label: 'All fields', count: fields.length },
          ]}
        />
      </div>
      {changed.length === 0 && <p className="text-muted">{unchangedTexts[rest]}</p>}
      {shown.length > 0 && (
        <div className="overflow-x-auto rounded-md border border-line">
          <table className="w-full border-collapse text-left" aria-label="Target fields before and after">
            <thead>
              <tr className="border-b border-line text-caps text-muted [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium">
                <th scope="col">Field</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <FieldRow key={change.field} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const unchangedTexts: Record<MappingFieldChanges['rest'], string> = {
  nothing: 'The text is unchanged.',
  layout: 'Only layout or comments changed. Every field is filled as before.',
  order: 'Only the order of the fields changed. Every field is filled as before.',
};

const FieldRow = ({ change: { field, effect, before, after } }: { readonly change: FieldTextChange }) => (
  <>
    <tr className="[&_td]:px-3 [&_td]:py-1.5 [&_td]:align-top [&_th]:px-3 [&_th]:py-1.5 [&_th]:align-top">
      <th scope="row" className="min-w-36 font-normal">
        <span className={field === otherParts ? 'block' : 'block font-mono text-code wrap-anywhere'}>
          {field === otherParts ? 'Around the fields' : field}
        </span>
        {effect !== 'same' && <EffectBadge effect={effect} className="mt-0.5" />}
      </th>
      <td className="min-w-48">
        {before === undefined ? (
          <Nothing />
        ) : (
          <Shown text={before} look={effect === 'same' ? 'text-text' : 'text-failed'} />
        )}
      </td>
      <td className="min-w-48">
        {after === undefined ? (
          <Nothing />
        ) : (
          <Shown text={after} look={effect === 'same' ? 'text-text' : 'text-live'} />
        )}
      </td>
    </tr>
    <tr className="border-b border-line last:border-b-0">
      <td colSpan={3} className="px-3 pb-2">
        <AnchorThreads kind="field" anchor={field} />
      </td>
    </tr>
  </>
);

const Shown = ({ text: { expression, sentence }, look }: { readonly text: FieldText; readonly look: string }) => (
  <>
    <code className={`block font-mono text-code wrap-anywhere whitespace-pre-wrap ${look}`}>{expression}</code>
    {sentence !== undefined && <span className="block text-small text-muted">{sentence}</span>}
  </>
);

const Nothing = () => <span className="text-muted">not filled</span>;
