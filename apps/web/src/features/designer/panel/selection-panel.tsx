'use client';
import { CircleSlash, Copy, Move, Power, Trash2 } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import type { VisitedStep } from '@throughline/core/flow/walk';
import { countText } from '#ui/count-text.ts';
import { Button } from '#ui/button.tsx';
import { useFormContext } from '../form/form-context.ts';
import type { DesignerActions } from '../use-designer.ts';
import { viewOf } from '../steps/registry.ts';
import { WrapMenu } from './wrap-menu.tsx';

interface SelectionPanelProps {
  readonly flow: FlowDocument;
  /** In the order of the flow, without steps inside others. */
  readonly steps: readonly VisitedStep[];
  readonly count: number;
  readonly actions: DesignerActions;
  readonly onMove: () => void;
}

/** Several selected steps: which they are, and what can be done with all of them. */
export const SelectionPanel = ({ flow, steps, count, actions, onMove }: SelectionPanelProps) => {
  const { isReadOnly } = useFormContext();
  const isOff = steps.every(({ step }) => step.disabled === true);
  return (
    <div className="flex flex-col gap-3 px-4 py-3.5">
      <div>
        <h2 className="leading-5 font-semibold">{countText(count, 'step')} selected</h2>
        <p className="text-small text-muted">Ctrl C copies them, for this flow or another one.</p>
      </div>
      {!isReadOnly && (
        <div role="toolbar" aria-label="Selected steps" className="flex flex-wrap gap-1.5">
          <Button icon={<Copy aria-hidden />} onClick={actions.duplicate}>
            Duplicate
          </Button>
          <Button icon={isOff ? <Power aria-hidden /> : <CircleSlash aria-hidden />} onClick={actions.switchOff}>
            {isOff ? 'Enable' : 'Disable'}
          </Button>
          <Button icon={<Move aria-hidden />} onClick={onMove}>
            Move…
          </Button>
          <WrapMenu flow={flow} steps={steps} onWrap={actions.wrap} />
          <Button variant="danger" icon={<Trash2 aria-hidden />} onClick={actions.remove}>
            Delete
          </Button>
        </div>
      )}
      <ul aria-label="Selected steps" className="flex flex-col">
        {steps.map(({ step }) => {
          const { icon: Icon } = viewOf(step.kind);
          return (
            <li key={step.id}>
              <button
                type="button"
                onClick={() => actions.select(step.id)}
                className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
              >
                <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate">{step.name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
