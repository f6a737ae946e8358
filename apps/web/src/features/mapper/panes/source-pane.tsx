'use client';
import { memo, useCallback } from 'react';
import { SearchInput } from '#ui/search-input.tsx';
import { previewText } from '../preview-text.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { FieldNode } from '../target-fields.ts';
import { FieldTree } from '../tree/field-tree.tsx';
import { FieldDetail } from './field-detail.tsx';
import { PaneHead } from './pane-head.tsx';
import { useSourceFill } from './use-source-fill.ts';
import type { TreeHandlers } from './use-tree-handlers.ts';

interface SourcePaneProps {
  readonly title: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly tree: TreeHandlers;
  readonly sample: unknown;
  readonly samples: readonly MapperSample[];
  /** Ids of the fields that the text reads. */
  readonly used: ReadonlySet<string>;
}

/** What the mapping reads. */
export const SourcePane = memo(({ title, search, onSearch, tree, sample, samples, used }: SourcePaneProps) => {
  const fillOf = useSourceFill(samples);
  const renderDetail = useCallback(
    (node: FieldNode) => (
      <>
        <FieldDetail type={node.type} value={previewText(sample, node.path)} fill={fillOf(node)} />
        {used.has(node.id) && <span className="sr-only">used</span>}
      </>
    ),
    [sample, fillOf, used],
  );
  return (
    <section aria-label="Source" className="@container flex h-full min-h-0 flex-col">
      <PaneHead title={title} kind="source">
        <SearchInput
          className="w-36 shrink-0"
          label="Search source"
          placeholder="Search"
          value={search}
          onChange={onSearch}
        />
      </PaneHead>
      <div className="min-h-0 flex-1">
        <FieldTree {...tree} label="Source fields" side="source" renderMark={noMark} renderDetail={renderDetail} />
      </div>
    </section>
  );
});
SourcePane.displayName = 'SourcePane';

const noMark = () => null;
