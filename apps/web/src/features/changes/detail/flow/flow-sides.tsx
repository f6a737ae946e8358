'use client';
import { useEffect, useMemo, useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import type { StepMarks } from '../../../designer/canvas/step-marks.ts';
import { FlowCanvas } from '../../../designer/flow-canvas.tsx';
import { settingsId, triggerId } from './compare-flow-steps.ts';
import { PairedView } from './paired-view.tsx';
import { PairedViews, type SideName } from './paired-views.ts';

interface FlowSidesProps {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  readonly marks: StepMarks;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/**
 * Both drawings. A selection in one is also selected and scrolled into view in the other, and they move together. Without
 * enough space, they are not drawn.
 */
export const FlowSides = ({ before, after, ...shared }: FlowSidesProps) => {
  const hasRoom = useHasRoom();
  const { marks, chosenId } = shared;
  const pair = useMemo(() => {
    const moved = Object.entries(marks).flatMap(([id, effects]) => (effects.includes('moved') ? [id] : []));
    return new PairedViews(new Set(moved));
  }, [marks]);
  // A step that is only in one drawing is scrolled into view there, and the other one follows.
  useEffect(() => {
    const isIn = ({ body }: FlowDocument) => chosenId !== undefined && findStep(body, chosenId) !== undefined;
    pair.lead(isIn(before) && !isIn(after) ? 'before' : 'after');
  }, [pair, chosenId, before, after]);
  if (!hasRoom) return null;
  return (
    <div className="grid grid-cols-2 overflow-hidden rounded-md border border-line [&_.react-flow\_\_minimap]:hidden">
      <Side title="Before" side="before" pair={pair} flow={before} {...shared} />
      <Side title="After" side="after" pair={pair} flow={after} {...shared} />
    </div>
  );
};

interface SideProps extends Omit<FlowSidesProps, 'before' | 'after'> {
  readonly title: string;
  readonly side: SideName;
  readonly pair: PairedViews;
  readonly flow: FlowDocument;
}

const Side = ({ title, side, pair, flow, marks, chosenId, onChoose }: SideProps) => {
  const lead = () => pair.lead(side);
  const isHere =
    chosenId === undefined ||
    chosenId === triggerId ||
    chosenId === settingsId ||
    findStep(flow.body, chosenId) !== undefined;
  return (
    <section
      aria-label={title}
      onPointerEnter={lead}
      onPointerDownCapture={lead}
      onWheelCapture={lead}
      onFocusCapture={lead}
      className="flex min-w-0 flex-col not-first:border-l not-first:border-line"
    >
      <h3 className="flex h-8 items-center gap-2 border-b border-line px-3 text-caps font-medium text-muted">
        {title}
        {!isHere && <span className="font-normal">the chosen step is not here</span>}
      </h3>
      <div className="relative h-[23rem]">
        <div className="absolute inset-0">
          <FlowCanvas
            flow={flow}
            marks={marks}
            selectedId={chosenId ?? null}
            onSelect={onChoose}
            label={`The flow ${title.toLowerCase()}`}
          >
            <PairedView pair={pair} side={side} />
          </FlowCanvas>
        </div>
      </div>
    </section>
  );
};

const roomQuery = '(min-width: 1024px)';

/** A hidden drawing is not rendered. */
export const useHasRoom = (): boolean => {
  const [hasRoom, setHasRoom] = useState(false);
  useEffect(() => {
    const media = window.matchMedia(roomQuery);
    const read = () => setHasRoom(media.matches);
    read();
    media.addEventListener('change', read);
    return () => media.removeEventListener('change', read);
  }, []);
  return hasRoom;
};
