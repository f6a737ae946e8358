'use client';
import { memo, useCallback, useState, type ReactNode } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { PaneSwitch } from '#ui/pane-switch.tsx';
import { leaveOutEmpty, leavesOutEmpty } from '@throughline/core/mapping/fields';
import { focusFieldEditor } from './field-editor/focus-field-editor.ts';
import { SelectedFieldEditor } from './field-editor/selected-field-editor.tsx';
import { LinesPane } from './lines/lines-pane.tsx';
import { MappingTabs, type MappingTabsProps } from './mapping-tabs.tsx';
import { FieldPanel } from './panes/field-panel.tsx';
import { SourcePane } from './panes/source-pane.tsx';
import { TargetPane } from './panes/target-pane.tsx';
import { useTreeHandlers } from './panes/use-tree-handlers.ts';
import { ChoiceMenu } from './picking/choice-menu.tsx';
import { DragLabel } from './picking/drag-label.tsx';
import { PickHint } from './picking/pick-hint.tsx';
import { otherSide } from './picking/picking-state.ts';
import type { Side } from './picking/picking-state.ts';
import { useFieldInUrl } from './picking/use-field-in-url.ts';
import { useFieldTargets } from './picking/use-field-targets.tsx';
import { useWriteBox } from './picking/use-write-box.tsx';
import { SplitHandle } from './split-handle.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { useFillRates, type FillRates } from './tabs/use-fill-rates.ts';
import { useMapperCanvas, type MapperCanvas } from './use-mapper-canvas.ts';
import { useSplit, type Split } from './use-split.ts';

type PaneName = 'source' | 'mapping' | 'target';

const paneTitles: readonly (readonly [PaneName, string])[] = [
  ['source', 'Source'],
  ['target', 'Target'],
  ['mapping', 'Mapping'],
];

type MapperPanesProps = Omit<MappingTabsProps, 'fill' | 'isCollapsed' | 'onGoTo' | 'onShowField'>;

/**
 * The mapping as it is drawn: source, lines and target. Below them are its text, and what else there is to it. On a
 * narrow screen, one part at a time is shown.
 */
export const MapperPanes = memo((props: MapperPanesProps) => {
  const { document, checks, evaluator, samples, onTab } = props;
  const [narrow, setNarrow] = useState<PaneName>('target');
  const split = useSplit(60);
  const { setCollapsed } = split;
  const onShowText = useCallback(() => {
    onTab('text');
    setCollapsed(false);
    setNarrow('mapping');
  }, [onTab, setCollapsed]);
  // Its target is chosen next.
  const onHeld = useCallback((side: Side) => side === 'source' && setNarrow('target'), []);
  const canvas = useMapperCanvas({ ...props, onShowText, onHeld });
  const { trees, picking } = canvas;
  const { valueMaps } = checks.request;
  const fill = useFillRates({ evaluator, text: document.text, samples: samples.all, valueMaps });
  useFieldInUrl(picking, trees);
  useFieldTargets(picking, trees);
  const { select } = picking;
  const { go } = trees.target.fields;
  const onShowField = useCallback(
    (id: string) => {
      select({ side: 'target', id });
      go(id);
      focusFieldEditor();
    },
    [select, go],
  );
  const { selected, choice } = picking.state;
  return (
    <>
      <PaneSwitch panes={paneTitles} value={narrow} onChange={setNarrow} />
      <div className={gridClasses} style={{ gridTemplateRows: gridRows(split) }}>
        <Trees {...{ ...props, canvas, fill, narrow }} />
        <SplitHandle split={split} label="Height of the trees" />
        <Lower split={split} isShown={narrow === 'mapping'}>
          <MappingTabs {...{ ...props, fill, onShowField }} isCollapsed={split.isCollapsed} onGoTo={picking.goTo} />
        </Lower>
        <SelectedField
          {...{ ...props, canvas, fill }}
          isShown={narrow !== 'mapping' && selected !== undefined}
          isCollapsed={split.isCollapsed}
        />
        <StaleNotice check={checks.check} text={document.text} onGoTo={picking.goTo} />
        <PickHint picking={picking} />
      </div>
      {choice !== undefined && <ChoiceMenu key={choice.target} {...{ choice, picking, trees }} />}
    </>
  );
});
MapperPanes.displayName = 'MapperPanes';

const gridClasses =
  'relative flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(260px,1fr)_minmax(150px,0.75fr)_minmax(300px,1.1fr)]';

/** Rows of the grid: trees, border, and what is below. Only its tabs remain of a collapsed lower part. */
const gridRows = ({ share, isCollapsed }: Split): string =>
  isCollapsed ? 'minmax(0, 1fr) auto 33px' : `minmax(0, ${share}%) auto minmax(0, 1fr)`;

const nothingKnown = {};

interface TreesProps extends MapperPanesProps {
  readonly canvas: MapperCanvas;
  readonly fill: FillRates;
  readonly narrow: PaneName;
}

const Trees = ({ canvas, fill, narrow, ...props }: TreesProps) => {
  const { document, shapes, checks, samples, viewRef, isReadOnly, actions } = props;
  const { text } = document;
  const onLeaveOut = useCallback((isOn: boolean) => actions.edit(text, leaveOutEmpty(text, isOn)), [actions, text]);
  const { trees, filters, setFilters, lines, picking, highlight, drag, onSelectLine } = canvas;
  const shared = { ...canvas, isTyping: () => viewRef.current?.hasFocus === true };
  const { onWrite, attached } = useWriteBox(
    canvas,
    document.text,
    shapes.scope.target ?? nothingKnown,
    props.isReadOnly,
  );
  const onEdit = (id: string) => {
    picking.select({ side: 'target', id });
    focusFieldEditor();
  };
  const source = useTreeHandlers({ ...shared, onWrite, onEdit, side: 'source' });
  const target = useTreeHandlers({ ...shared, onWrite, onEdit, side: 'target' });
  const shown = (name: PaneName) => (narrow === name ? 'max-lg:flex-1' : 'max-lg:hidden');
  const { held, over } = picking.state;
  const isStale = checks.check !== undefined && checks.check.links === undefined;
  return (
    <>
      <div className={classNames('min-h-0 min-w-0 bg-raised', shown('source'))}>
        <SourcePane
          shape={document.source}
          filters={filters}
          onFilters={setFilters}
          tree={source}
          sample={samples.chosen.input}
          samples={samples.all}
          used={checks.links.used}
        />
      </div>
      <LinesPane {...{ trees, lines, picking, highlight, drag, onSelectLine, isStale }} />
      <div className={classNames('min-h-0 min-w-0 bg-raised', shown('target'))}>
        <TargetPane
          shape={document.target}
          filters={filters}
          onFilters={setFilters}
          tree={target}
          attached={attached}
          preview={checks.preview}
          coverage={checks.coverage}
          fill={fill}
          invalid={checks.invalid}
          lined={canvas.lined}
          isEmptyLeftOut={leavesOutEmpty(text)}
          onLeaveOut={isReadOnly ? undefined : onLeaveOut}
        />
      </div>
      <DragLabel
        state={picking.state}
        label={drag.label}
        refusal={held === undefined || over === undefined ? undefined : canvas.refusalOf(otherSide(held.side), over)}
      />
    </>
  );
};

interface SelectedFieldProps extends MapperPanesProps {
  readonly canvas: MapperCanvas;
  readonly fill: FillRates;
  /** On a narrow screen. */
  readonly isShown: boolean;
  readonly isCollapsed: boolean;
}

/** What is known about the selected field, and its form. */
const SelectedField = ({ canvas, fill, isShown, isCollapsed, ...props }: SelectedFieldProps) => {
  const { trees, picking, highlight, lines } = canvas;
  const { checks, evaluator, isReadOnly, onFix } = props;
  return (
    <div
      className={classNames(
        'min-h-0 min-w-0 border-line max-lg:max-h-[45%] max-lg:border-t lg:border-l',
        isCollapsed && 'lg:hidden',
        !isShown && 'max-lg:hidden',
      )}
    >
      <FieldPanel
        {...{ trees, picking, highlight, evaluator, isReadOnly, onFix }}
        lines={lines.all}
        links={checks.links}
        ghosts={checks.ghosts}
        preview={checks.preview}
        request={checks.request}
      >
        <SelectedFieldEditor {...{ ...props, trees, picking, fill }} />
      </FieldPanel>
    </div>
  );
};

interface LowerProps {
  readonly split: Split;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

const Lower = ({ split: { isCollapsed, setCollapsed }, isShown, children }: LowerProps) => (
  <div
    className={classNames(
      'relative flex min-h-0 min-w-0 flex-col bg-surface max-lg:flex-1',
      isCollapsed ? 'lg:col-span-3' : 'lg:col-span-2',
      !isShown && 'max-lg:hidden',
    )}
  >
    {children}
    <Button
      variant="ghost"
      size="icon"
      aria-expanded={!isCollapsed}
      aria-label={isCollapsed ? 'Expand the lower part' : 'Collapse the lower part'}
      icon={isCollapsed ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
      onClick={() => setCollapsed(!isCollapsed)}
      className="absolute top-0.5 right-1.5 max-lg:hidden"
    />
  </div>
);
