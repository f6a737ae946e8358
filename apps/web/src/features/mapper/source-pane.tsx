'use client';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { SearchInput } from '#ui/search-input.tsx';
import { previewText } from './preview-text.ts';
import { searchFields, type FieldNode } from './target-fields.ts';
import { FieldTree } from './tree/field-tree.tsx';
import type { Highlight } from './use-highlight.ts';

interface SourcePaneProps {
  readonly title: string;
  readonly fields: readonly FieldNode[];
  readonly sample: unknown;
  /** Ids of the fields that the text reads. */
  readonly used: ReadonlySet<string>;
  readonly highlight: Highlight;
  readonly onPick: (node: FieldNode) => void;
}

/** What the mapping reads: a click puts the field's path into the text. */
export const SourcePane = memo(({ title, fields, sample, used, highlight, onPick }: SourcePaneProps) => {
  const [search, setSearch] = useState('');
  const shown = useMemo(() => searchFields(fields, search), [fields, search]);
  return (
    <section aria-label="Source" className="flex h-full min-h-0 flex-col">
      <PaneHead title={title} kind="source">
        <SearchInput
          className="w-full"
          label="Search source"
          placeholder="Search source"
          value={search}
          onChange={setSearch}
        />
      </PaneHead>
      <FieldTree
        key={search}
        label="Source fields"
        nodes={shown}
        openLevels={search === '' ? (fields.length > 4 ? 1 : 2) : 9}
        onPick={onPick}
        related={highlight.sources}
        onPoint={highlight.pointAtSource}
        renderMark={(node) => (
          <span
            className={`size-1.5 shrink-0 rounded-full ${used.has(node.id) ? 'bg-accent' : 'bg-transparent'}`}
            {...(used.has(node.id) ? { role: 'img', 'aria-label': 'used' } : {})}
          />
        )}
        renderDetail={(node) => <Value text={previewText(sample, node.path)} fallback={node.type} />}
      />
    </section>
  );
});
SourcePane.displayName = 'SourcePane';

interface PaneHeadProps {
  readonly title: string;
  readonly kind: string;
  readonly children: ReactNode;
}

export const PaneHead = ({ title, kind, children }: PaneHeadProps) => (
  <div className="flex shrink-0 flex-col gap-1.5 border-b border-line px-3 py-2">
    <h2 className="flex items-baseline gap-2">
      <span className="truncate font-semibold">{title}</span>
      <span className="text-small text-muted">{kind}</span>
    </h2>
    {children}
  </div>
);

/** A field's value in the sample, or its type if it has none. */
export const Value = ({ text, fallback }: { readonly text: string | undefined; readonly fallback: ReactNode }) =>
  text === undefined ? (
    <span className="truncate text-small text-muted">{fallback}</span>
  ) : (
    <span className="truncate font-mono text-[11.5px] text-live">{text}</span>
  );
