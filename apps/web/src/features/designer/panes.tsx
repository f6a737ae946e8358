'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { PaneSwitch } from '#ui/pane-switch.tsx';
import { Canvas } from './canvas/canvas.tsx';
import { focusFirstField } from './form/focus-first-field.ts';
import { UnappliedContext, type UnappliedEdits } from './form/unapplied.ts';
import type { FlowLayout } from './layout/geometry.ts';
import { Outline } from './outline/outline.tsx';
import { SettledPanel } from './panel/settled-panel.tsx';
import { fixOf } from './problem-fix.ts';
import { ProblemsPanel } from './problems-panel.tsx';
import type { DesignerState, SelectHow } from './state/designer-state.ts';
import { selectedIds } from './state/selected-steps.ts';
import { PinsContext } from './test-run/pins-context.ts';
import { TestBar } from './test-run/test-bar.tsx';
import type { PanelTest } from './test-run/test-section.tsx';
import type { TestRunView } from './test-run/use-test-run.ts';
import type { DesignerActions } from './use-designer.ts';
import type { Editing } from './use-editing.ts';
import type { FlowChecks } from './use-flow-checks.ts';

interface PanesProps {
  readonly state: DesignerState;
  readonly actions: DesignerActions;
  readonly layout: FlowLayout;
  readonly checks: FlowChecks;
  readonly unapplied: UnappliedEdits;
  readonly test: TestRunView;
  readonly isReadOnly: boolean;
  readonly isListOpen: boolean;
  readonly onCloseList: () => void;
  readonly editing: Editing;
}

type PaneName = 'outline' | 'canvas' | 'panel';

/** Outline, canvas and panel side by side; on a narrow screen one at a time. */
export const Panes = (props: PanesProps) => {
  const { state, actions, checks, test, isReadOnly, editing } = props;
  const { openPicker: onInsert, startMoving } = editing;
  const { history, selection, focusedField } = state;
  const flow = history.present;
  const [narrow, setNarrow] = useState<PaneName>('canvas');
  const panel = useRef<HTMLElement>(null);
  const selected = useMemo(() => selectedIds(state), [state]);
  const panelTest = usePanelTest(test);
  const open = () => {
    setNarrow('panel');
    focusFirstField(panel.current);
  };
  const shown = (name: PaneName) => (narrow === name ? '' : 'max-lg:hidden');
  return (
    <PinsContext value={test.pinned.pins}>
      <PaneSwitch panes={paneTitles} value={narrow} onChange={setNarrow} />
      <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[minmax(220px,17vw)_minmax(0,1fr)_minmax(340px,25vw)]">
        <aside
          aria-label="Outline"
          className={classNames('min-h-0 border-line bg-raised lg:border-r', shown('outline'))}
        >
          <OutlinePane {...props} selected={selected} onOpen={open} />
        </aside>
        <CanvasPane
          {...props}
          selected={selected}
          className={shown('canvas')}
          onOpen={open}
          onShowPanel={() => setNarrow('panel')}
        />
        <aside
          ref={panel}
          aria-label="Selected step"
          className={classNames('min-h-0 border-line bg-raised lg:border-l', shown('panel'))}
        >
          <UnappliedContext value={props.unapplied}>
            <SettledPanel
              {...{ flow, selection, focusedField, isReadOnly, actions, onInsert }}
              onMove={startMoving}
              selected={selected}
              problems={checks.problems}
              test={panelTest}
              samples={test.samples}
            />
          </UnappliedContext>
        </aside>
      </div>
    </PinsContext>
  );
};

const noRuns: PanelTest['allRuns'] = [];

/** What the panel shows of a test. It stays the same object while nothing of it changes. */
const usePanelTest = ({ run, states, stepRuns, pinned, startFrom }: TestRunView): PanelTest => {
  const runId = run?.id;
  const allRuns = run?.steps ?? noRuns;
  return useMemo(
    () => ({ runId, states, stepRuns, allRuns, pinned, startFrom }),
    [runId, states, stepRuns, allRuns, pinned, startFrom],
  );
};

type OutlinePaneProps = PanesProps & Pick<CanvasPaneProps, 'selected' | 'onOpen'>;

const OutlinePane = ({ state, actions, checks, test, isReadOnly, editing, selected, onOpen }: OutlinePaneProps) => (
  <Outline
    flow={state.history.present}
    collapsed={state.collapsed}
    selection={state.selection}
    selectedIds={selected}
    problems={checks.counts}
    states={test.states}
    isReadOnly={isReadOnly}
    onSelect={(id, how) => actions.select(id, undefined, how)}
    onOpen={onOpen}
    onToggle={actions.toggle}
    onMove={actions.move}
    onInsert={editing.openPicker}
  />
);

interface CanvasPaneProps extends PanesProps {
  readonly className: string;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: () => void;
  readonly onShowPanel: () => void;
}

const CanvasPane = (props: CanvasPaneProps) => {
  const { state, actions, layout, checks, test, isReadOnly, editing } = props;
  const { openPicker: onInsert } = editing;
  const jump = (subject: string | null, field: string) => {
    props.onShowPanel();
    // The field takes the focus again, even if a problem led to it before.
    actions.select(subject);
    requestAnimationFrame(() => actions.select(subject, field));
  };
  const onSelect = useCallback((id: string, how?: SelectHow) => actions.select(id, undefined, how), [actions]);
  return (
    <section aria-label="Canvas" className={classNames('flex min-h-0 min-w-0 flex-col', props.className)}>
      <TestBar test={test} onJump={(id) => jump(id, '')} />
      <div className="min-h-0 flex-1">
        <Canvas
          flow={state.history.present}
          layout={layout}
          label="Flow"
          states={test.states}
          selectedId={state.selection}
          selectedIds={props.selected}
          problems={checks.counts}
          onSelect={onSelect}
          onOpen={props.onOpen}
          onToggle={actions.toggle}
          {...(isReadOnly ? {} : { onInsert, placing: editing.placing, onAdd: editing.add })}
        />
      </div>
      {props.isListOpen && (
        <ProblemsPanel
          isKnown={checks.isKnown}
          problems={checks.problems}
          fixFor={isReadOnly ? undefined : (problem) => fixOf(problem, state.history.present)}
          onFix={(problem, fix, at) => {
            if (fix.does === 'edit') actions.edit(fix.edit);
            else if (fix.does === 'open') jump(problem.subject, fix.field);
            else onInsert({ address: { in: 'flow' }, index: 0 }, at);
          }}
          onClose={props.onCloseList}
          onJump={({ subject, field }) => jump(subject, field)}
        />
      )}
    </section>
  );
};

const paneTitles: readonly (readonly [PaneName, string])[] = [
  ['outline', 'Outline'],
  ['canvas', 'Flow'],
  ['panel', 'Step'],
];
