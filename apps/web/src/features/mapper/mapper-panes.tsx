'use client';
import { useState, type RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { classNames } from '#ui/class-names.ts';
import { Tabs } from '#ui/tabs.tsx';
import { describeSchemaRef } from './describe-schema-ref.ts';
import type { MapperProblem } from './mapper-problems.ts';
import type { Samples } from './samples/use-samples.ts';
import { SourcePane } from './source-pane.tsx';
import { ProblemsTab } from './tabs/problems-tab.tsx';
import { TableTab } from './tabs/table-tab.tsx';
import { TestsTab } from './tabs/tests-tab.tsx';
import { TextTab } from './tabs/text-tab.tsx';
import { flattenFields } from './target-fields.ts';
import { TargetPane } from './target-pane.tsx';
import type { MapperActions } from './use-mapper.ts';
import type { MapperChecks } from './use-mapper-checks.ts';
import type { Picking } from './use-picking.ts';
import type { Shapes } from './use-shapes.ts';

export type MapperTab = 'text' | 'table' | 'tests' | 'problems';

interface MapperPanesProps {
  readonly document: MappingDocument;
  readonly shapes: Shapes;
  readonly checks: MapperChecks;
  readonly picking: Picking;
  readonly samples: Samples;
  readonly actions: MapperActions;
  readonly isReadOnly: boolean;
  readonly viewRef: RefObject<EditorView | null>;
  readonly tab: MapperTab;
  readonly onTab: (tab: MapperTab) => void;
  readonly onSaveTest: (() => void) | undefined;
}

type PaneName = 'source' | 'mapping' | 'target';

/** Source, mapping and target beside each other; on a narrow screen one at a time. */
export const MapperPanes = (props: MapperPanesProps) => {
  const { document, shapes, checks, picking, samples } = props;
  const [narrow, setNarrow] = useState<PaneName>('mapping');
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
            used={checks.used}
            onPick={(node) => {
              picking.pickSource(node);
              setNarrow('mapping');
            }}
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
            selectedId={picking.target?.id}
            onPick={picking.pickTarget}
          />
        </div>
      </div>
    </>
  );
};

const PickHint = ({ picking, isReadOnly }: Pick<MapperPanesProps, 'picking' | 'isReadOnly'>) => {
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

const MappingTabs = (props: MapperPanesProps) => {
  const { document, shapes, checks, picking, samples, actions, isReadOnly, viewRef, tab, onTab, onSaveTest } = props;
  const { outline, coverage, preview, outcomes, problems } = checks;
  const text = (
    <TextTab
      {...{ isReadOnly, viewRef }}
      text={document.text}
      onChange={actions.setText}
      scope={shapes.scope}
      result={preview.result}
      choice={picking.choice}
      onGoTo={picking.goTo}
    />
  );
  const table = (
    <TableTab
      {...{ outline, coverage }}
      text={document.text}
      fields={shapes.targetFields}
      value={preview.value}
      onGoTo={picking.goTo}
      onPick={picking.pickTarget}
    />
  );
  const tests = (
    <TestsTab
      {...{ outcomes, isReadOnly }}
      tests={document.tests}
      onTests={actions.setTests}
      onShow={(index) => samples.choose(`test-${index}`)}
      onAdd={onSaveTest}
    />
  );
  const list = <ProblemsTab problems={problems} onJump={(problem) => jump(problem, props)} />;
  return (
    <Tabs
      label="Mapping"
      value={tab}
      onChange={(next) => onTab(next as MapperTab)}
      className="flex-1 [&>[role=tablist]]:bg-raised [&>[role=tablist]]:px-3"
      panelClassName="overflow-hidden"
      tabs={[
        { value: 'text', label: 'Text', content: text, isKept: true },
        { value: 'table', label: 'Table', content: table },
        { value: 'tests', label: 'Tests', count: document.tests.length, content: tests },
        { value: 'problems', label: 'Problems', count: problems.length, content: list },
      ]}
    />
  );
};

function jump({ at }: MapperProblem, { picking, onTab, shapes }: MapperPanesProps): void {
  switch (at.kind) {
    case 'text':
      picking.goTo(at.from, at.to);
      break;
    case 'target': {
      const node = flattenFields(shapes.targetFields).find(({ id }) => id === at.id);
      if (node !== undefined) picking.pickTarget(node);
      break;
    }
    case 'test':
      onTab('tests');
      break;
    case 'shapes':
      break;
  }
}

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
