'use client';
import { useState, type KeyboardEvent } from 'react';
import { Panel } from '@xyflow/react';
import { Tooltip } from '#ui/tooltip.tsx';
import { kindOffers } from '../find/step-offers.ts';
import type { StepOffer } from '../find/step-offer.ts';
import { viewOf } from '../steps/registry.ts';

interface StepPaletteProps {
  /** Adds the step behind the selected one. */
  readonly onAdd: (offer: StepOffer) => void;
}

/** The kinds of steps, to drag onto a line or to click. Arrow keys move within it. */
export const StepPalette = ({ onAdd }: StepPaletteProps) => {
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const offset = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offset === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (current + offset + kindOffers.length) % kindOffers.length;
    setCurrent(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[data-offer]')[next]?.focus();
  };
  return (
    <Panel position="top-left" className="m-2! max-h-[calc(100%-64px)] overflow-y-auto max-lg:hidden">
      <div
        role="toolbar"
        aria-label="Steps to add"
        aria-orientation="vertical"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="flex flex-col rounded-md border border-line bg-raised p-0.5"
      >
        {kindOffers.map((offer, index) => {
          const { icon: Icon } = viewOf(offer.kind);
          return (
            <Tooltip key={offer.id} side="right" text={`${offer.title}: drag it onto a line, or click`}>
              <button
                type="button"
                data-offer={offer.id}
                aria-label={`Add ${offer.title}`}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setCurrent(index)}
                onClick={() => onAdd(offer)}
                className="grid size-7 shrink-0 cursor-grab place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
              >
                <Icon aria-hidden className="size-4" />
              </button>
            </Tooltip>
          );
        })}
      </div>
    </Panel>
  );
};
