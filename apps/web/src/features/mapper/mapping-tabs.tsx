'use client';
import { memo, useState, type ComponentProps, type RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { Tabs } from '#ui/tabs.tsx';
import type { MappingEvaluator } from './evaluation/evaluator.ts';
import type { MapperProblem } from './mapper-problems.ts';
import type { Samples } from './samples/use-samples.ts';
import { noHeldCells, withHeldCell } from './tabs/held-cells.ts';
import { ProblemsTab } from './tabs/problems-tab.tsx';
import { TableTab } from './tabs/table-tab.tsx';
import { TestCoverageBar } from './tabs/test-coverage-bar.tsx';
import { TestsTab } from './tabs/tests-tab.tsx';
import type { FillRates } from './tabs/use-fill-rates.ts';
import { TextTab } from './tabs/text-tab.tsx';
import type { MapperActions } from './use-mapper.ts';
import type { MapperChecks } from './use-mapper-checks.ts';
import type { Shapes } from './use-shapes.ts';

export const mapperTabs = ['text', 'table', 'tests', 'problems'] as const;
export type MapperTab = (typeof mapperTabs)[number];

export interface MappingTabsProps {
  /** Exported sheets are named after it. */
  readonly mappingName: string;
  readonly document: MappingDocument;
  readonly shapes: Shapes;
  readonly checks: MapperChecks;
  readonly evaluator: MappingEvaluator;
  readonly fill: FillRates;
  readonly samples: Samples;
  readonly actions: MapperActions;
  readonly isReadOnly: boolean;
  readonly viewRef: RefObject<EditorView | null>;
  readonly tab: MapperTab;
  readonly onTab: (tab: MapperTab) => void;
  /** Absent if nothing may be edited. */
  readonly onFix: ((fix: MappingFix) => void) | undefined;
  readonly onSaveTest: (() => void) | undefined;
  /** Only the tabs are shown. */
  readonly isCollapsed: boolean;
  /** Shows a part of the text. */
  readonly onGoTo: (from: number, to?: number) => void;
  /** Shows a target field in its tree. */
  readonly onShowField: (id: string) => void;
}

/**
 * The tabs with the text and its tools. It is rendered again only when something in it changed, not while the pointer
 * moves over fields.
 */
export const MappingTabs = memo((props: MappingTabsProps) => {
  const { document, shapes, checks, samples, actions, isReadOnly, viewRef, tab, onTab, onFix, onSaveTest } = props;
  const { preview, outcomes, problems, ghosts } = checks;
  const text = (
    <TextTab
      {...{ isReadOnly, viewRef, onFix }}
      evaluator={props.evaluator}
      shapes={shapes.checked}
      check={checks.check}
      text={document.text}
      onChange={actions.setText}
      scope={shapes.scope}
      result={preview.result}
      onGoTo={props.onGoTo}
    />
  );
  // Only one tab is mounted. What could not be written in the table outlasts a look at another one.
  const [held, setHeld] = useState(noHeldCells);
  const table = (
    <OwnTable {...props} held={held} onHold={(key, cell) => setHeld((all) => withHeldCell(all, key, cell))} />
  );
  const tests = (
    <TestsTab
      {...{ outcomes, isReadOnly }}
      tests={document.tests}
      onTests={actions.setTests}
      onShow={(index) => samples.choose(`test-${index}`)}
      onAdd={onSaveTest}
      coverage={<OwnCoverage {...props} />}
    />
  );
  const list = (
    <ProblemsTab {...{ problems, ghosts, onFix }} text={document.text} onJump={(problem) => jump(problem, props)} />
  );
  return (
    <Tabs
      label="Mapping"
      value={tab}
      onChange={(next) => onTab(next as MapperTab)}
      className="flex-1 [&>[role=tablist]]:bg-raised [&>[role=tablist]]:px-3"
      panelClassName={props.isCollapsed ? 'overflow-hidden lg:hidden' : 'overflow-hidden'}
      tabs={[
        { value: 'text', label: 'Text', content: text, isKept: true },
        { value: 'table', label: 'Table', content: table },
        { value: 'tests', label: 'Tests', count: document.tests.length, content: tests },
        { value: 'problems', label: 'Problems', count: problems.length, content: list },
      ]}
    />
  );
});
MappingTabs.displayName = 'MappingTabs';

type OwnTableProps = MappingTabsProps & Pick<ComponentProps<typeof TableTab>, 'held' | 'onHold'>;

const OwnTable = ({ shapes, onShowField, ...props }: OwnTableProps) => (
  <TableTab
    {...props}
    fields={shapes.targetFields}
    source={shapes.scope.context ?? noShape}
    onPick={({ id }) => onShowField(id)}
  />
);

const OwnCoverage = ({ document, samples, shapes, actions, ...props }: MappingTabsProps) => (
  <TestCoverageBar
    {...props}
    text={document.text}
    tests={document.tests}
    samples={samples.all}
    fields={shapes.targetFields}
    onTests={actions.setTests}
  />
);

/** It keeps its identity, because what depends on it is only computed when needed. */
const noShape = {};

function jump({ at }: MapperProblem, { onGoTo, onTab }: MappingTabsProps): void {
  switch (at.kind) {
    case 'text':
      onGoTo(at.from, at.to);
      break;
    case 'test':
      onTab('tests');
      break;
    case 'shapes':
      break;
  }
}
