'use client';
import { useState } from 'react';
import { CircleQuestionMark, CircleSlash, Copy, MoreHorizontal, Move, Power, Trash2 } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { kindOf, type Step, type StepKind } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import { Button } from '#ui/button.tsx';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { Notice } from '#ui/states.tsx';
import { useDesignerData } from '../designer-data.ts';
import { useFormContext } from '../form/form-context.ts';
import type { DesignerActions } from '../use-designer.ts';
import { viewOf } from '../steps/registry.ts';
import { stepHelp } from '../steps/step-help.ts';
import { wrapItems } from './wrap-menu.tsx';

interface StepHeaderProps {
  readonly flow: FlowDocument;
  readonly step: Step;
  readonly actions: DesignerActions;
  readonly onMove: () => void;
}

/** The kind of a step, what it does, and what can be done with the step as a whole. */
export const StepHeader = (props: StepHeaderProps) => {
  const { step, actions } = props;
  const { isReadOnly } = useFormContext();
  const { icon: Icon } = viewOf(step.kind);
  const { title, summary } = kindOf(step);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  return (
    <div className="flex flex-col gap-3 px-4 pt-3.5 pb-3">
      <div className="flex items-start gap-2.5">
        <span className="grid size-8 shrink-0 place-items-center rounded-md border border-line bg-surface">
          <Icon aria-hidden className="size-4" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="leading-5 font-semibold">{title}</h2>
          <p className="text-small text-muted">{summary}</p>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={`What ${title} does`}
          aria-expanded={isHelpOpen}
          title={`What ${title} does`}
          icon={<CircleQuestionMark aria-hidden />}
          onClick={() => setIsHelpOpen(!isHelpOpen)}
        />
        {!isReadOnly && <StepMenu {...props} />}
      </div>
      {isHelpOpen && <KindHelp kind={step.kind} />}
      {step.disabled === true && (
        <Notice tone="info" icon={<CircleSlash aria-hidden />}>
          <p>This step is disabled: a run skips it, and it gives nothing.</p>
          {!isReadOnly && (
            <Button className="mt-1.5" icon={<Power aria-hidden />} onClick={actions.switchOff}>
              Enable
            </Button>
          )}
        </Notice>
      )}
    </div>
  );
};

const KindHelp = ({ kind }: { readonly kind: StepKind }) => {
  const { does, gives, mind } = stepHelp[kind];
  const parts = { 'What it does': does, 'What it gives': gives, 'What to mind': mind };
  return (
    <dl className="flex flex-col gap-1.5 rounded-md bg-accent-soft px-3 py-2">
      {Object.entries(parts).map(([title, text]) => (
        <div key={title}>
          <dt className="text-caps font-medium text-muted">{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const StepMenu = ({ flow, step, actions, onMove }: StepHeaderProps) => {
  const data = useDesignerData();
  const place = findStep(flow.body, step.id);
  const isOff = step.disabled === true;
  return (
    <DropdownMenu
      align="end"
      trigger={<Button variant="ghost" size="icon" aria-label="Step actions" icon={<MoreHorizontal aria-hidden />} />}
      sections={[
        {
          items: [
            { label: 'Duplicate', hint: 'Ctrl D', icon: <Copy aria-hidden />, onSelect: actions.duplicate },
            { label: 'Move…', hint: 'M', icon: <Move aria-hidden />, onSelect: onMove },
            {
              label: isOff ? 'Enable' : 'Disable',
              hint: 'D',
              icon: isOff ? <Power aria-hidden /> : <CircleSlash aria-hidden />,
              onSelect: actions.switchOff,
            },
          ],
        },
        { items: place === undefined ? [] : wrapItems(flow, [place], data, actions.wrap) },
        {
          items: [
            {
              label: 'Delete',
              hint: 'Del',
              icon: <Trash2 aria-hidden />,
              isDangerous: true,
              onSelect: actions.remove,
            },
          ],
        },
      ]}
    />
  );
};
