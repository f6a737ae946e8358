'use client';
import { useCallback, useMemo, useState } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { useDesignerData } from '../designer-data.ts';
import { proposeStep } from '../find/propose-step.ts';
import type { FlowLayout, LayoutInsert } from '../layout/geometry.ts';
import { stepsName } from '../state/edit-name.ts';
import type { DesignerActions } from '../use-designer.ts';
import { placeName } from './place-name.ts';
import { placeRules, type PlaceRules } from './place-rules.ts';
import type { Placed } from './placed.ts';

/** Something on its way to a place between steps. */
export interface Underway {
  /** The document in which it moves. */
  readonly flow: FlowDocument;
  readonly placed: Placed;
  /** What it is, for people: a step's name, or `3 steps`. */
  readonly label: string;
  readonly by: 'mouse' | 'keys';
  /** The place that is aimed at. */
  readonly aim: LayoutInsert | undefined;
  /** Where the place is, in words; and why nothing can be put there, if so. */
  readonly aimName: string;
  readonly refusal: string | undefined;
  /** Why a place cannot take it; undefined where it can. */
  readonly rules: PlaceRules;
}

export interface Placing {
  readonly underway: Underway | undefined;
  readonly start: (placed: Placed, by: Underway['by']) => void;
  readonly aimAt: (insert: LayoutInsert | undefined) => void;
  /** To the next or previous place, in the order of the flow. */
  readonly step: (offset: 1 | -1) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
}

/** Moves steps, or a new one, to a place that the mouse or the arrow keys choose. */
export const usePlacing = (flow: FlowDocument, layout: FlowLayout, actions: DesignerActions): Placing => {
  const data = useDesignerData();
  const [underway, setUnderway] = useState<Underway>();
  // The places belong to one document. An undo or a deletion on the way makes another one, which ends the move.
  if (underway !== undefined && underway.flow !== flow) setUnderway(undefined);
  const latest = useLatest({ flow, layout, underway, data });
  const aim = useCallback(
    (now: Underway, insert: LayoutInsert | undefined): Underway => aimed(latest.current.flow, now, insert),
    [latest],
  );
  const handlers = useMemo<Omit<Placing, 'underway'>>(
    () => ({
      start: (placed, by) => {
        const { flow: now, layout: drawn } = latest.current;
        const label = labelOf(now, placed);
        const rules = rememberedRules(placeRules(now, placed));
        const nowhere = { aim: undefined, aimName: '', refusal: undefined };
        const started: Underway = { flow: now, placed, label, by, rules, ...nowhere };
        setUnderway(by === 'keys' ? aim(started, firstPlace(now, drawn, placed)) : started);
        if (by === 'keys')
          actions.say(`Moving ${label}. Arrow keys choose a place, Enter puts it there, Escape cancels.`);
      },
      aimAt: (insert) =>
        setUnderway((now) => (now === undefined || now.aim?.id === insert?.id ? now : aim(now, insert))),
      step: (offset) => {
        const { underway: now, layout: drawn } = latest.current;
        if (now === undefined) return;
        const index = drawn.inserts.findIndex(({ id }) => id === now.aim?.id);
        const next = aim(now, drawn.inserts[Math.min(Math.max(index + offset, 0), drawn.inserts.length - 1)]);
        setUnderway(next);
        actions.say(next.refusal === undefined ? next.aimName : `Not ${next.aimName}. ${next.refusal}`);
      },
      drop: () => {
        const { underway: now, flow: document, data: around } = latest.current;
        const refusal = now?.aim === undefined ? 'It was not put anywhere.' : now.refusal;
        if (now?.aim === undefined || refusal !== undefined) {
          actions.say(refusal ?? '');
          if (now?.by === 'mouse') setUnderway(undefined);
          return;
        }
        setUnderway(undefined);
        const { point } = now.aim;
        if (now.placed.what === 'steps') actions.move(now.placed.ids, point);
        else actions.add(point, proposeStep(document, point, now.placed.offer, around));
      },
      cancel: () => {
        setUnderway(undefined);
        actions.say('Cancelled. Nothing was moved.');
      },
    }),
    [actions, aim, latest],
  );
  return useMemo(() => ({ underway, ...handlers }), [underway, handlers]);
};

const aimed = (flow: FlowDocument, now: Underway, insert: LayoutInsert | undefined): Underway => ({
  ...now,
  aim: insert,
  aimName: insert === undefined ? '' : placeName(flow, insert.point),
  refusal: insert && now.rules(insert.point),
});

const labelOf = (flow: FlowDocument, placed: Placed): string =>
  placed.what === 'new'
    ? `“${placed.offer.title}”`
    : stepsName(placed.ids.flatMap((id) => findStep(flow.body, id)?.step ?? []));

/** The place right behind the steps, from which the arrow keys start. */
function firstPlace(flow: FlowDocument, { inserts }: FlowLayout, placed: Placed): LayoutInsert | undefined {
  const at = placed.what === 'steps' ? findStep(flow.body, placed.ids.at(-1) ?? '') : undefined;
  const wanted = JSON.stringify(at && { address: at.address, index: at.index + 1 });
  return (
    inserts.find(({ point }) => JSON.stringify({ address: point.address, index: point.index }) === wanted) ?? inserts[0]
  );
}

/** The document does not change on the way, so each place is judged once. */
function rememberedRules(rules: PlaceRules): PlaceRules {
  const known = new WeakMap<object, { readonly refusal: string | undefined }>();
  return (point) => {
    const before = known.get(point);
    if (before !== undefined) return before.refusal;
    const refusal = rules(point);
    known.set(point, { refusal });
    return refusal;
  };
}
