'use client';
import { memo } from 'react';
import { ViewportPortal } from '@xyflow/react';
import { ArrowDownToLine, Ban } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import type { LayoutInsert } from '../layout/geometry.ts';
import type { Underway } from '../placing/use-placing.ts';
import { isInArea, useVisibleArea } from './use-visible-area.ts';

interface PlaceLayerProps {
  readonly inserts: readonly LayoutInsert[];
  readonly underway: Underway;
}

/** The places between steps while something is on its way: which of them take it, and which one is aimed at. */
export const PlaceLayer = ({ inserts, underway }: PlaceLayerProps) => {
  const area = useVisibleArea();
  return (
    <ViewportPortal>
      <div aria-hidden>
        {inserts
          .filter((insert) => isInArea(area, insert))
          .map((insert) => (
            <Place
              key={insert.id}
              insert={insert}
              isOpen={underway.rules(insert.point) === undefined}
              isAim={insert.id === underway.aim?.id}
            />
          ))}
      </div>
    </ViewportPortal>
  );
};

interface PlaceProps {
  readonly insert: LayoutInsert;
  readonly isOpen: boolean;
  readonly isAim: boolean;
}

const Place = memo(({ insert, isOpen, isAim }: PlaceProps) => (
  <span
    data-place={insert.id}
    data-takes={isOpen}
    className="pointer-events-none absolute grid -translate-x-1/2 -translate-y-1/2 place-items-center"
    style={{ left: insert.x, top: insert.y }}
  >
    <span
      className={classNames(
        'grid place-items-center rounded-full border transition-all [&_svg]:size-3',
        isAim ? 'h-7 w-56' : 'h-3 w-10',
        isOpen && (isAim ? 'border-accent bg-accent text-on-accent' : 'border-accent bg-accent-soft'),
        !isOpen && (isAim ? 'border-failed bg-failed-soft text-failed' : 'border-dashed border-line-strong bg-raised'),
      )}
    >
      {isAim && (isOpen ? <ArrowDownToLine /> : <Ban />)}
    </span>
  </span>
));
