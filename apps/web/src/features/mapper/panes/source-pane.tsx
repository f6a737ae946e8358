'use client';
import { memo, useCallback } from 'react';
import { Spline } from 'lucide-react';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { SearchInput } from '#ui/search-input.tsx';
import type { MapperSample } from '../samples/use-samples.ts';
import type { FieldNode } from '../target-fields.ts';
import { FieldTree } from '../tree/field-tree.tsx';
import { FieldDetail, isLeaf, valueText } from './field-detail.tsx';
import type { TreeFilters } from '../use-mapper-trees.ts';
import { HeadToggle } from './head-toggle.tsx';
import { PaneHead } from './pane-head.tsx';
import { useSourceFill } from './use-source-fill.ts';
import type { TreeHandlers } from './use-tree-handlers.ts';

interface SourcePaneProps {
  readonly shape: SchemaRef;
  readonly filters: TreeFilters;
  readonly onFilters: (filters: TreeFilters) => void;
  readonly tree: TreeHandlers;
  readonly sample: unknown;
  readonly samples: readonly MapperSample[];
  /** Ids of the fields that the text reads. */
  readonly used: ReadonlySet<string>;
}

/** What the mapping reads. */
export const SourcePane = memo((props: SourcePaneProps) => {
  const { shape, filters, onFilters, tree, sample, samples, used } = props;
  const fillOf = useSourceFill(samples);
  const renderDetail = useCallback(
    (node: FieldNode) => (
      <>
        <FieldDetail type={node.type} value={valueText(sample, node)} fill={isLeaf(node) ? fillOf(node) : undefined} />
        {used.has(node.id) && <span className="sr-only">used</span>}
      </>
    ),
    [sample, fillOf, used],
  );
  return (
    <section aria-label="Source" className="@container flex h-full min-h-0 flex-col">
      <PaneHead shape={shape} kind="source">
        <SearchInput
          className="w-36 shrink-0"
          label="Search source"
          placeholder="Search"
          value={filters.sourceSearch}
          onChange={(sourceSearch) => onFilters({ ...filters, sourceSearch })}
        />
        <HeadToggle
          label="Used fields only"
          isOn={filters.isUsedOnly}
          onChange={(isUsedOnly) => onFilters({ ...filters, isUsedOnly })}
        >
          <Spline aria-hidden className="size-3.5" />
        </HeadToggle>
      </PaneHead>
      <div className="min-h-0 flex-1">
        <FieldTree {...tree} label="Source fields" side="source" renderMark={noMark} renderDetail={renderDetail} />
      </div>
    </section>
  );
});
SourcePane.displayName = 'SourcePane';

const noMark = () => null;
