'use client';
import { useMemo, useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { onErrorSlot } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import { Tabs } from '#ui/tabs.tsx';
import { useUrlMirror } from '#ui/use-url-mirror.ts';
import { useUrlState } from '#ui/use-url-state.ts';
import { useDesignerData } from '../designer-data.ts';
import { mappedBefore, scopeOfStep, scopeOfTrigger } from '../flow-scope.ts';
import type { SampleData } from '../form/data-paths.ts';
import { FormContext, type FormContextValue } from '../form/form-context.ts';
import { triggerNodeId } from '../layout/geometry.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { TestSection, type PanelTest } from '../test-run/test-section.tsx';
import { outermost } from '../state/selected-steps.ts';
import type { DesignerActions } from '../use-designer.ts';
import { problemFinder } from '../use-flow-checks.ts';
import { SelectionPanel } from './selection-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { StepPanel } from './step-panel.tsx';
import { TriggerPanel } from './trigger-panel.tsx';

export interface PanelProps {
  readonly flow: FlowDocument;
  readonly selection: string | null;
  readonly selected: ReadonlySet<string>;
  readonly focusedField: string | undefined;
  readonly isReadOnly: boolean;
  readonly problems: readonly PlacedProblem[];
  readonly actions: DesignerActions;
  readonly samples: SampleData;
  readonly test: PanelTest;
  /** Starts to move the selected steps by keyboard. */
  readonly onMove: () => void;
  readonly onInsert: (point: InsertionPoint, at: HTMLElement) => void;
}

/** The selected step as a form, along with what it did in the last test. */
export const Panel = (props: PanelProps) => {
  const { flow, selection, focusedField, isReadOnly, problems, samples } = props;
  const data = useDesignerData();
  const [prefersText, preferText] = useState(false);
  const context = useMemo<FormContextValue>(() => {
    const isStep = selection !== null && selection !== triggerNodeId;
    return {
      isReadOnly,
      subject: selection,
      scope: isStep ? scopeOfStep(flow, selection, data) : scopeOfTrigger(flow, data),
      mapped: isStep ? mappedBefore(flow, selection) : [],
      samples,
      problemAt: problemFinder(problems, selection),
      prefersText,
      preferText,
      focusedField,
    };
  }, [flow, selection, focusedField, isReadOnly, problems, samples, data, prefersText]);
  return (
    <FormContext value={context}>
      <div className="h-full overflow-auto">
        <Subject {...props} />
      </div>
    </FormContext>
  );
};

const Subject = (props: PanelProps) => {
  const { flow, selection, selected, actions, test } = props;
  const [tab, setTab] = useTab();
  if (selected.size > 1) {
    return (
      <SelectionPanel
        flow={flow}
        steps={outermost(flow, selected)}
        count={selected.size}
        actions={actions}
        onMove={props.onMove}
      />
    );
  }
  if (selection === null) return <SettingsPanel flow={flow} onEdit={actions.edit} />;
  const step = findStep(flow.body, selection)?.step;
  if (step === undefined) return <TriggerPanel flow={flow} onEdit={actions.edit} />;
  const form = (
    <StepPanel
      key={step.id}
      flow={flow}
      step={step}
      actions={actions}
      onMove={props.onMove}
      onAddErrorLane={(at) =>
        props.onInsert({ address: { in: 'step', stepId: step.id, slot: onErrorSlot }, index: 0 }, at)
      }
    />
  );
  return (
    <Tabs
      label="Step"
      value={tab}
      onChange={setTab}
      className="[&>[role=tablist]]:px-4"
      panelClassName="pt-0"
      tabs={[
        { value: 'setup', label: 'Setup', content: form },
        { value: 'test', label: 'Test', content: <TestSection key={step.id} {...{ flow, step, test }} /> },
      ]}
    />
  );
};

const tabs = ['setup', 'test'] as const;
type PanelTab = (typeof tabs)[number];

/** The tab stays when another step is selected, and is in the address. */
const useTab = () => {
  const [{ panel: linked }] = useUrlState({ panel: '' });
  const [tab, setTab] = useState(tabFromUrl(linked));
  useUrlMirror({ panel: tab === 'setup' ? '' : tab }, ({ panel }) => setTab(tabFromUrl(panel)));
  return [tab, (name: string) => setTab(tabFromUrl(name))] as const;
};

const tabFromUrl = (text: string): PanelTab => tabs.find((tab) => tab === text) ?? 'setup';
