'use client';
import { useCallback, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { describeSchemaRef } from './describe-schema-ref.ts';
import { MappingTabs, type MappingTabsProps } from './mapping-tabs.tsx';
import { SourcePane } from './source-pane.tsx';
import type { FieldNode } from './target-fields.ts';
import { TargetPane } from './target-pane.tsx';
import { useHighlight } from './use-highlight.ts';

type PaneName = 'source' | 'mapping' | 'target';

/** Source, mapping and target side by side; on a narrow screen one at a time. */
export const MapperPanes = (props: MappingTabsProps) => {
  const { document, shapes, checks, picking, samples } = props;
  const [narrow, setNarrow] = useState<PaneName>('mapping');
  const highlight = useHighlight(checks.links, picking.target);
  const pickSource = useCallback(
    (node: FieldNode) => {
      picking.pickSource(node);
      setNarrow('mapping');
    },
    [picking],
  );
  const shown = (name: PaneName) => (narrow === name ? '' : 'max-lg:hidden');
  return (
    <>
      <PaneSwitch value={narrow} onChange={setNarrow} />
      <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[minmax(240px,20vw)_minmax(0,1fr)_minmax(300px,26vw)]">
        <div className={classNames('min-h-0 min-w-0 border-line bg-raised lg:border-r', shown('source'))}>
          <SourcePane
            title={describeSchemaRef(document.source)}
            fields={shapes.sourceFields}
            sample={samples.chosen.input}
            used={checks.links.used}
            highlight={highlight}
            onPick={pickSource}
          />
        </div>
        <div className={classNames('flex min-h-0 min-w-0 flex-col bg-surface', shown('mapping'))}>
          <PickHint picking={picking} isReadOnly={props.isReadOnly} />
          <MappingTabs {...props} />
        </div>
        <div className={classNames('min-h-0 min-w-0 border-line bg-raised lg:border-l', shown('target'))}>
          <TargetPane
            title={describeSchemaRef(document.target)}
            fields={shapes.targetFields}
            preview={checks.preview}
            coverage={checks.coverage}
            invalid={checks.invalid}
            selected={picking.target}
            links={checks.links}
            highlight={highlight}
            evaluator={props.evaluator}
            request={checks.request}
            onGoTo={picking.goTo}
            onPick={picking.pickTarget}
          />
        </div>
      </div>
    </>
  );
};

const PickHint = ({ picking, isReadOnly }: Pick<MappingTabsProps, 'picking' | 'isReadOnly'>) => {
  const { target, clear } = picking;
  if (target === undefined || isReadOnly) return null;
  return (
    <div className="flex items-center gap-2 border-b border-line bg-accent-soft px-3 py-1 text-small">
      <span className="min-w-0 flex-1 truncate">
        Click a source field to fill <span className="font-mono text-code">{target.id}</span>
      </span>
      <button type="button" className="rounded-sm font-medium text-accent-strong hover:underline" onClick={clear}>
        Done
      </button>
    </div>
  );
};

const paneTitles: readonly (readonly [PaneName, string])[] = [
  ['source', 'Source'],
  ['mapping', 'Mapping'],
  ['target', 'Target'],
];

const PaneSwitch = ({ value, onChange }: { readonly value: PaneName; readonly onChange: (name: PaneName) => void }) => (
  <div
    role="group"
    aria-label="Part"
    className="flex shrink-0 gap-1 border-b border-line bg-raised px-3 py-1.5 lg:hidden"
  >
    {paneTitles.map(([name, title]) => (
      <button
        key={name}
        type="button"
        aria-pressed={value === name}
        onClick={() => onChange(name)}
        className={classNames(
          'h-7 flex-1 rounded-md font-medium',
          value === name ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:bg-hover',
        )}
      >
        {title}
      </button>
    ))}
  </div>
);
