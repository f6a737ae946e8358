'use client';
import type { ReactNode } from 'react';
import Link from 'next/link';
import { ArrowUpRight, CircleSlash, Pin, StickyNote, Undo2 } from 'lucide-react';
import type { Step } from '@throughline/core/flow/step';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Tooltip } from '#ui/tooltip.tsx';
import { useDesignerData } from '../designer-data.ts';
import { useIsPinned } from '../test-run/pins-context.ts';
import { undoText, undoWords } from './undo-text.ts';

/** What there is to know about a step besides its fields: switched off, a note, its undo, and the flow that it calls. */
export const StepBadges = ({ step }: { readonly step: Step }) => {
  const undo = undoText(step);
  const isPinned = useIsPinned(step.id);
  return (
    <>
      {step.disabled === true && (
        <Badge text="Disabled: it is skipped, and gives nothing.">
          <CircleSlash role="img" aria-label="disabled" className="size-4 shrink-0 text-skipped" />
        </Badge>
      )}
      {isPinned && (
        <Badge text="Pinned: your tests take its pinned output and do not execute it.">
          <Pin role="img" aria-label="pinned" className="size-4 shrink-0 text-accent-strong" />
        </Badge>
      )}
      {undo !== undefined && (
        <Tooltip text={undo}>
          <span
            role="img"
            aria-label={`Undo: ${undo}`}
            className="absolute right-3 -bottom-2.5 flex h-5 items-center gap-1 rounded-full border border-review bg-raised px-1.5 text-caps text-review"
          >
            <Undo2 aria-hidden className="size-3 shrink-0" />
            {undoWords(step)}
          </span>
        </Tooltip>
      )}
      {step.note !== undefined && step.note !== '' && (
        <Badge text={step.note}>
          <StickyNote role="img" aria-label={`Note: ${step.note}`} className="size-4 shrink-0 text-muted" />
        </Badge>
      )}
      {step.kind === 'call' && step.config.flow !== '' && <CalledFlow flowKey={step.config.flow} />}
    </>
  );
};

const Badge = ({ text, children }: { readonly text: string; readonly children: ReactNode }) => (
  <Tooltip text={text}>
    <span className="grid shrink-0 place-items-center">{children}</span>
  </Tooltip>
);

/** Opens the called flow, from which a link leads back. */
const CalledFlow = ({ flowKey }: { readonly flowKey: string }) => {
  const { pathTo } = useWorkspace();
  const { flows, validation } = useDesignerData();
  const name = flows.find(({ key }) => key === flowKey)?.name ?? flowKey;
  const { flowKey: here = '' } = validation;
  return (
    <Tooltip text={`Open “${name}”`}>
      <Link
        href={`${pathTo('flows', flowKey)}${here === '' ? '' : `?from=${here}`}`}
        prefetch={false}
        aria-label={`Open the flow ${name}`}
        tabIndex={-1}
        className="nopan grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
        onClick={(event) => event.stopPropagation()}
      >
        <ArrowUpRight aria-hidden className="size-4" />
      </Link>
    </Tooltip>
  );
};
