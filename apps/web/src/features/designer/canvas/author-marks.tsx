import { CircleSlash, StickyNote } from 'lucide-react';
import type { Step } from '@throughline/core/flow/step';
import { Tooltip } from '#ui/tooltip.tsx';

/** What the author left on a step: that it is switched off, and a note. */
export const AuthorMarks = ({ step }: { readonly step: Step }) => (
  <>
    {step.disabled === true && (
      <Tooltip text="Disabled: it is skipped, and gives nothing.">
        <CircleSlash role="img" aria-label="disabled" className="size-4 shrink-0 text-skipped" />
      </Tooltip>
    )}
    {step.note !== undefined && step.note !== '' && (
      <Tooltip text={step.note}>
        <StickyNote role="img" aria-label={`Note: ${step.note}`} className="size-4 shrink-0 text-muted" />
      </Tooltip>
    )}
  </>
);
