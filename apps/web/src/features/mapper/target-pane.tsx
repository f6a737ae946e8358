'use client';
import { useMemo, useState } from 'react';
import { CircleAlert, CircleCheck, Circle } from 'lucide-react';
import { JsonView } from '#ui/json-view.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import type { Coverage } from './coverage.ts';
import type { Preview } from './evaluation/use-preview.ts';
import { FieldOrigin } from './field-origin.tsx';
import type { LinkIndex } from './link-index.ts';
import { previewText } from './preview-text.ts';
import { PaneHead, Value } from './source-pane.tsx';
import { filterFields, searchFields, type FieldNode } from './target-fields.ts';
import { FieldTree } from './tree/field-tree.tsx';
import type { Highlight } from './use-highlight.ts';

interface TargetPaneProps {
  readonly title: string;
  readonly fields: readonly FieldNode[];
  readonly preview: Preview;
  readonly coverage: Coverage;
  readonly selected: FieldNode | undefined;
  readonly links: LinkIndex;
  readonly highlight: Highlight;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
}

type View = 'fields' | 'result';

/** What the mapping builds, with the result of the sample beside each field. */
export const TargetPane = (props: TargetPaneProps) => {
  const { title, fields, preview, coverage, selected, links, highlight, onGoTo, onPick } = props;
  const [search, setSearch] = useState('');
  const [isRequiredOnly, setIsRequiredOnly] = useState(false);
  const [view, setView] = useState<View>('fields');
  const shown = useMemo(() => {
    const found = searchFields(fields, search);
    return isRequiredOnly ? filterFields(found, ({ isRequired }) => isRequired) : found;
  }, [fields, search, isRequiredOnly]);
  return (
    <section aria-label="Target" className="flex h-full min-h-0 flex-col">
      <PaneHead title={title} kind="target">
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
            renderMark={(node) => <CoverageMark node={node} coverage={coverage} />}
            renderDetail={(node) => <Value text={previewText(preview.value, node.path)} fallback={node.type} />}
          />
        </div>
      ) : (
        <div className={`min-h-0 flex-1 overflow-auto p-2 ${preview.isCurrent ? '' : 'opacity-60'}`}>
          <JsonView label="result" value={preview.value} openDepth={4} />
        </div>
      )}
      {selected !== undefined && view === 'fields' && <FieldOrigin node={selected} links={links} onGoTo={onGoTo} />}
    </section>
  );
};

const CoverageMark = ({ node, coverage }: { readonly node: FieldNode; readonly coverage: Coverage }) => {
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
