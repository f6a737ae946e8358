'use client';
import { useState } from 'react';
import { useSearchParams } from 'next/navigation';
import type { ValueMapDocument } from '@throughline/core/flow';
import { Segmented } from '#ui/segmented.tsx';
import { compareValueMaps, type EntryChange } from './compare-value-maps.ts';
import { AnchorThreads } from './threads/anchor-threads.tsx';
import { useReview } from './threads/review-context.ts';

interface ValueMapDiffProps {
  readonly before: ValueMapDocument | undefined;
  readonly after: ValueMapDocument;
}

/** Rows added, removed and changed. */
export const ValueMapDiff = ({ before, after }: ValueMapDiffProps) => {
  const linked = useSearchParams().get('thread');
  const threads = useReview()?.change.threads ?? [];
  const thread = threads.find(({ id }) => id === linked);
  const discussed = new Set(threads.flatMap(({ anchorKind, anchor }) => (anchorKind === 'row' ? [anchor] : [])));
  // The linked row may be one that did not change.
  const [view, setView] = useState(thread?.anchorKind === 'row' ? 'all' : 'changed');
  const rows = compareValueMaps(before, after);
  const changed = rows.filter(({ effect }) => effect !== 'same');
  const shown = view === 'changed' ? changed : rows;
  return (
    <div className="flex flex-col gap-3 p-4">
      <Segmented
        label="Rows"
        value={view}
        onChange={setView}
        segments={[
          { value: 'changed', label: 'Changed rows', count: changed.length },
          { value: 'all', label: 'All rows', count: rows.length },
        ]}
      />
      {before?.fallback !== after.fallback && (
        <p>
          <span className="text-muted">Value for unknown keys: </span>
          <Was value={before?.fallback} /> <Is value={after.fallback} />
        </p>
      )}
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse text-left" aria-label="Rows of the value map">
          <thead>
            <tr className="border-b border-line text-caps text-muted [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium">
              <th scope="col" className="w-8">
                <span className="sr-only">Effect</span>
              </th>
              <th scope="col">Key</th>
              <th scope="col">Value</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <DiffRow key={row.key} row={row} isDiscussed={discussed.has(row.key)} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="px-3 py-4 text-center text-muted">No row changed.</p>}
      </div>
    </div>
  );
};

interface DiffRowProps {
  readonly row: EntryChange;
  readonly isDiscussed: boolean;
}

const DiffRow = ({ row, isDiscussed }: DiffRowProps) => (
  <tr className={`border-b border-line last:border-b-0 [&_td]:px-3 [&_td]:py-1.5 ${looks[row.effect]}`}>
    <td className="font-mono" aria-label={row.effect}>
      {signs[row.effect]}
    </td>
    <td className="font-mono text-code">{row.key}</td>
    <td className="font-mono text-code">
      {row.before?.value !== row.after?.value && <Was value={row.before?.value} />} <Is value={row.after?.value} />
    </td>
    <td>
      {row.before?.note !== row.after?.note && row.before?.note !== undefined && (
        <s className="mr-1 text-muted">{row.before.note}</s>
      )}
      {row.after?.note}
      {(row.effect !== 'same' || isDiscussed) && <AnchorThreads kind="row" anchor={row.key} />}
    </td>
  </tr>
);

const signs: Record<EntryChange['effect'], string> = { added: '+', removed: '−', changed: '±', same: '' };

const looks: Record<EntryChange['effect'], string> = {
  added: 'bg-live-soft',
  removed: 'bg-failed-soft',
  changed: 'bg-review-soft',
  same: '',
};

type MapValue = ValueMapDocument['fallback'];

const Was = ({ value }: { readonly value: MapValue }) =>
  value === undefined ? null : <s className="mr-1 text-failed">{String(value)}</s>;

const Is = ({ value }: { readonly value: MapValue }) => (value === undefined ? null : <span>{String(value)}</span>);
