'use client';
import { memo, useMemo, useState } from 'react';
import { CircleAlert, CircleCheck, Circle, TriangleAlert } from 'lucide-react';
import { JsonView } from '#ui/json-view.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { hasValue, type Coverage } from './coverage.ts';
import type { EvaluationRequest } from './evaluation/evaluation-message.ts';
import type { MappingEvaluator } from './evaluation/evaluator.ts';
import type { Preview } from './evaluation/use-preview.ts';
import { FieldOrigin } from './field-origin.tsx';
import { fieldKey } from './invalid-fields.ts';
import type { LinkIndex } from './link-index.ts';
import { previewText } from './preview-text.ts';
import { PaneHead, Value } from './source-pane.tsx';
import { filterFields, searchFields, type FieldNode } from './target-fields.ts';
import { FieldTree } from './tree/field-tree.tsx';
import type { Highlight } from './use-highlight.ts';
import { WhyEmpty } from './why-empty.tsx';

interface TargetPaneProps {
  readonly title: string;
  readonly fields: readonly FieldNode[];
  readonly preview: Preview;
  readonly coverage: Coverage;
  readonly invalid: ReadonlySet<string>;
  readonly selected: FieldNode | undefined;
  readonly links: LinkIndex;
  readonly evaluator: MappingEvaluator;
  readonly request: EvaluationRequest;
  readonly highlight: Highlight;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
}

type View = 'fields' | 'result';

/** The fields that the mapping builds, each with its result for the sample. */
export const TargetPane = memo((props: TargetPaneProps) => {
  const { title, fields, preview, coverage, invalid, selected, highlight, onPick } = props;
  const [search, setSearch] = useState('');
  const [isRequiredOnly, setIsRequiredOnly] = useState(false);
  const [view, setView] = useState<View>('fields');
  const shown = useMemo(() => {
    const found = searchFields(fields, search);
    return isRequiredOnly ? filterFields(found, ({ isRequired }) => isRequired) : found;
  }, [fields, search, isRequiredOnly]);
  const isEmptyHere = ({ id }: FieldNode) => preview.isCurrent && coverage.covered.has(id);
  return (
    <section aria-label="Target" className="flex h-full min-h-0 flex-col">
      <PaneHead title={title} kind="target">
        <TargetTools {...{ search, setSearch, view, setView, isRequiredOnly, setIsRequiredOnly }} />
      </PaneHead>
      {view === 'fields' ? (
        <div className="min-h-0 flex-1">
          <FieldTree
            key={search}
            label="Target fields"
            nodes={shown}
            openLevels={search === '' ? 2 : 9}
            selectedId={selected?.id}
            onPick={onPick}
            related={highlight.targets}
            onPoint={highlight.pointAtTarget}
            renderMark={(node) => (
              <CoverageMark node={node} coverage={coverage} isInvalid={invalid.has(fieldKey(node.path))} />
            )}
            renderDetail={(node) => (
              <Value
                text={previewText(preview.value, node.path)}
                fallback={isEmptyHere(node) ? <EmptyMark /> : node.type}
              />
            )}
          />
        </div>
      ) : (
        <div className={`min-h-0 flex-1 overflow-auto p-2 ${preview.isCurrent ? '' : 'opacity-60'}`}>
          <JsonView label="result" value={preview.value} openDepth={4} />
        </div>
      )}
      {selected !== undefined && view === 'fields' && <ChosenField {...props} node={selected} />}
    </section>
  );
});
TargetPane.displayName = 'TargetPane';

interface TargetToolsProps {
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly isRequiredOnly: boolean;
  readonly setIsRequiredOnly: (isRequiredOnly: boolean) => void;
}

const TargetTools = (props: TargetToolsProps) => {
  const { search, setSearch, view, setView, isRequiredOnly, setIsRequiredOnly } = props;
  return (
    <>
      <div className="flex items-center gap-2">
        <SearchInput
          className="min-w-0 flex-1"
          label="Search target"
          placeholder="Search target"
          value={search}
          onChange={setSearch}
        />
        <ViewSwitch view={view} onChange={setView} />
      </div>
      {view === 'fields' && (
        <label className="flex items-center gap-1.5 text-small text-muted">
          <input
            type="checkbox"
            className="size-3.5 accent-accent"
            checked={isRequiredOnly}
            onChange={(event) => setIsRequiredOnly(event.target.checked)}
          />
          required only
        </label>
      )}
    </>
  );
};

const EmptyMark = () => (
  <span role="img" aria-label="empty on this sample">
    ∅
  </span>
);

/** Where the selected field comes from, and why it is empty if it is. */
const ChosenField = (props: TargetPaneProps & { readonly node: FieldNode }) => {
  const { node, preview, links, evaluator, request, onGoTo } = props;
  return (
    <FieldOrigin {...{ node, links, onGoTo }}>
      {preview.isCurrent && !hasValue(preview.value, node.path) && (
        <WhyEmpty key={node.id} {...{ node, evaluator, request, onGoTo }} />
      )}
    </FieldOrigin>
  );
};

interface CoverageMarkProps {
  readonly node: FieldNode;
  readonly coverage: Coverage;
  readonly isInvalid: boolean;
}

const CoverageMark = ({ node, coverage, isInvalid }: CoverageMarkProps) => {
  if (isInvalid) {
    return (
      <TriangleAlert
        role="img"
        aria-label="set, but its value does not fit"
        className="size-3.5 shrink-0 text-failed"
      />
    );
  }
  if (coverage.covered.has(node.id)) {
    return <CircleCheck role="img" aria-label="set" className="size-3.5 shrink-0 text-live" />;
  }
  return coverage.missing.some(({ id }) => id === node.id) ? (
    <CircleAlert role="img" aria-label="required and not set" className="size-3.5 shrink-0 text-failed" />
  ) : (
    <Circle role="img" aria-label="not set" className="size-3.5 shrink-0 text-line-strong" />
  );
};

const views: readonly (readonly [View, string])[] = [
  ['fields', 'Fields'],
  ['result', 'Result'],
];

const ViewSwitch = ({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) => (
  <div role="group" aria-label="Show" className="flex shrink-0 rounded-md border border-line-strong p-0.5">
    {views.map(([value, label]) => (
      <button
        key={value}
        type="button"
        aria-pressed={view === value}
        onClick={() => onChange(value)}
        className={`h-5.5 rounded-sm px-2 text-small font-medium ${view === value ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:text-text'}`}
      >
        {label}
      </button>
    ))}
  </div>
);
