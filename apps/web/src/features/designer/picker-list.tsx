'use client';
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '#ui/class-names.ts';
import { countText } from '#ui/count-text.ts';
import { Input } from '#ui/input.tsx';
import { useDesignerData } from './designer-data.ts';
import { rankOffers, type FoundGroup } from './find/rank-offers.ts';
import type { StepOffer } from './find/step-offer.ts';
import { stepOffers } from './find/step-offers.ts';
import { viewOf } from './steps/registry.ts';

interface PickerListProps {
  readonly onPick: (offer: StepOffer) => void;
}

/** The offers in groups, below the box for the search. */
export const PickerList = ({ onPick }: PickerListProps) => {
  const data = useDesignerData();
  const offers = useMemo(() => stepOffers(data), [data]);
  const [search, setSearch] = useState('');
  const [index, setIndex] = useState(0);
  const groups = useMemo(() => rankOffers(offers, search), [offers, search]);
  const found = groups.flatMap((group) => group.offers);
  const active = found[index];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, index, found.length);
    if (next !== undefined) setIndex(next);
    else if (event.key === 'Enter' && active !== undefined) onPick(active);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="border-b border-line p-1.5">
        <Input
          role="combobox"
          aria-label="Search steps"
          aria-expanded
          aria-controls="step-offers"
          aria-activedescendant={active && `offer-${active.id}`}
          autoComplete="off"
          placeholder="Search: NetSuite customer, map, branch…"
          value={search}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setSearch(event.target.value);
            setIndex(0);
          }}
        />
      </div>
      <Results groups={groups} active={active} onPick={onPick} />
      {found.length === 0 && (
        <p className="px-3 pb-3 text-muted">
          Nothing matches “{search}”. Try the name of a system, a record, a mapping or a kind of step.
        </p>
      )}
      <p role="status" className="sr-only">
        {search === '' ? '' : countText(found.length, 'result')}
      </p>
    </>
  );
};

interface ResultsProps extends PickerListProps {
  readonly groups: readonly FoundGroup[];
  readonly active: StepOffer | undefined;
}

const Results = ({ groups, active, onPick }: ResultsProps) => (
  <div id="step-offers" role="listbox" aria-label="Steps to add" tabIndex={-1} className="max-h-96 overflow-auto p-1">
    {groups.map(({ title, offers }) => (
      <div key={title} role="group" aria-label={title}>
        <div aria-hidden className="px-2 pt-2 pb-0.5 text-caps text-muted">
          {title}
        </div>
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} isActive={offer === active} onPick={onPick} />
        ))}
      </div>
    ))}
  </div>
);

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % Math.max(1, count);
    case 'ArrowUp':
      return (index - 1 + count) % Math.max(1, count);
    case 'PageDown':
      return Math.min(index + 8, count - 1);
    case 'PageUp':
      return Math.max(index - 8, 0);
    default:
      return undefined;
  }
}

interface OfferProps extends PickerListProps {
  readonly offer: StepOffer;
  readonly isActive: boolean;
}

const Offer = memo(({ offer, isActive, onPick }: OfferProps) => {
  const { icon: Icon } = viewOf(offer.kind);
  const option = useRef<HTMLDivElement>(null);
  // This is not done on every render, because it makes the browser recompute the layout of the whole page.
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      id={`offer-${offer.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      ref={option}
      onMouseDown={(event) => {
        event.preventDefault();
        onPick(offer);
      }}
      className={classNames('flex items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover', isActive && 'bg-hover')}
    >
      <span className="grid size-7 shrink-0 place-items-center rounded-md border border-line bg-surface">
        <Icon aria-hidden className="size-4" />
      </span>
      <span className="min-w-0">
        <span className="block truncate leading-4 font-medium">{offer.title}</span>
        <span className="block truncate text-small text-muted">{offer.summary}</span>
      </span>
    </div>
  );
});
