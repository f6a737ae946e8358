'use client';
import { memo, useCallback, useState } from 'react';
import { Asterisk, Braces, CodeXml, Eraser } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { JsonView } from '#ui/json-view.tsx';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { SearchInput } from '#ui/search-input.tsx';
import type { Coverage } from '../coverage.ts';
import type { Preview } from '../evaluation/use-preview.ts';
import { fieldKey } from '../invalid-fields.ts';
import type { FillRates } from '../tabs/use-fill-rates.ts';
import type { FieldNode } from '../target-fields.ts';
import { FieldTree, type FieldTreeProps } from '../tree/field-tree.tsx';
import type { TreeFilters } from '../use-mapper-trees.ts';
import { CoverageMark } from './coverage-mark.tsx';
import { FieldDetail, isLeaf, valueText } from './field-detail.tsx';
import { HeadToggle } from './head-toggle.tsx';
import { PaneHead } from './pane-head.tsx';
import type { TreeHandlers } from './use-tree-handlers.ts';

interface TargetPaneProps {
  readonly shape: SchemaRef;
  readonly filters: TreeFilters;
  readonly onFilters: (filters: TreeFilters) => void;
  readonly tree: TreeHandlers;
  readonly attached: FieldTreeProps['attached'];
  readonly preview: Preview;
  readonly coverage: Coverage;
  readonly fill: FillRates;
  readonly invalid: ReadonlySet<string>;
  /** Ids of fields to which a line leads. */
  readonly lined: ReadonlySet<string>;
  /** Undefined if the text builds no object whose empty fields could be left out. */
  readonly isEmptyLeftOut: boolean | undefined;
  /** Absent if nothing may be edited. */
  readonly onLeaveOut: ((isOn: boolean) => void) | undefined;
}

/** The fields that the mapping builds, each with its result for the sample. */
export const TargetPane = memo((props: TargetPaneProps) => {
  const {
    shape,
    filters,
    onFilters,
    tree,
    attached,
    preview,
    coverage,
    fill,
    invalid,
    lined,
    isEmptyLeftOut,
    onLeaveOut,
  } = props;
  const [isResult, setIsResult] = useState(false);
  const renderMark = useCallback(
    (node: FieldNode) => <CoverageMark node={node} coverage={coverage} isInvalid={invalid.has(fieldKey(node.path))} />,
    [coverage, invalid],
  );
  const renderDetail = useCallback(
    (node: FieldNode) => (
      <TargetDetail
        node={node}
        preview={preview}
        isSet={coverage.covered.has(node.id)}
        isLined={lined.has(node.id)}
        fill={fill.get(node.id)}
      />
    ),
    [preview, coverage, lined, fill],
  );
  return (
    <section aria-label="Target" className="@container flex h-full min-h-0 flex-col">
      <TargetHead {...{ shape, filters, onFilters, isEmptyLeftOut, onLeaveOut, isResult }} onResult={setIsResult} />
      <div className="relative min-h-0 flex-1">
        <FieldTree {...{ ...tree, attached, renderMark, renderDetail }} label="Target fields" side="target" />
        {isResult && (
          <div
            className={classNames('absolute inset-0 overflow-auto bg-raised p-2', !preview.isCurrent && 'text-muted')}
          >
            <JsonView label="result" value={preview.value} openDepth={4} />
          </div>
        )}
      </div>
    </section>
  );
});
TargetPane.displayName = 'TargetPane';

interface TargetHeadProps extends Pick<
  TargetPaneProps,
  'shape' | 'filters' | 'onFilters' | 'isEmptyLeftOut' | 'onLeaveOut'
> {
  readonly isResult: boolean;
  readonly onResult: (isResult: boolean) => void;
}

const TargetHead = (props: TargetHeadProps) => {
  const { shape, filters, onFilters, isEmptyLeftOut, onLeaveOut, isResult, onResult } = props;
  return (
    <PaneHead shape={shape} kind="target">
      <SearchInput
        className="w-36 shrink-0"
        label="Search target"
        placeholder="Search"
        value={filters.targetSearch}
        onChange={(targetSearch) => onFilters({ ...filters, targetSearch })}
      />
      <HeadToggle
        label="Required only"
        isOn={filters.isRequiredOnly}
        onChange={(isRequiredOnly) => onFilters({ ...filters, isRequiredOnly })}
      >
        <Asterisk aria-hidden className="size-3.5" />
      </HeadToggle>
      {isEmptyLeftOut !== undefined && onLeaveOut !== undefined && (
        <HeadToggle label="Leave out what is empty" isOn={isEmptyLeftOut} onChange={onLeaveOut}>
          <Eraser aria-hidden className="size-3.5" />
        </HeadToggle>
      )}
      <HeadToggle label="Show the result as a whole" isOn={isResult} onChange={onResult}>
        <Braces aria-hidden className="size-3.5" />
      </HeadToggle>
    </PaneHead>
  );
};

interface TargetDetailProps {
  readonly node: FieldNode;
  readonly preview: Preview;
  readonly isSet: boolean;
  readonly isLined: boolean;
  readonly fill: { readonly filled: number; readonly empty: number; readonly failed: number } | undefined;
}

const TargetDetail = ({ node, preview, isSet, isLined, fill }: TargetDetailProps) => {
  const text = valueText(preview.value, node);
  return (
    <>
      <FieldDetail
        type={node.type}
        value={text ?? (preview.isCurrent && isSet && isLeaf(node) ? <EmptyMark /> : undefined)}
        isStale={!preview.isCurrent}
        fill={
          isLeaf(node) && fill !== undefined
            ? { filled: fill.filled, total: fill.filled + fill.empty + fill.failed }
            : undefined
        }
      />
      {isLeaf(node) && isSet && !isLined && (
        <span
          title="Written as text: no source field leads here"
          className="flex shrink-0 items-center gap-1 text-caps text-muted"
        >
          <CodeXml aria-hidden className="size-3.5" />
          <span className="@max-[359px]:sr-only">written as text</span>
        </span>
      )}
    </>
  );
};

const EmptyMark = () => (
  <span role="img" aria-label="empty on this sample" className="text-muted">
    ∅
  </span>
);
