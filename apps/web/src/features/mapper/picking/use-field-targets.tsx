'use client';
import { ArrowRightFromLine, ArrowRightToLine } from 'lucide-react';
import { useOfferTargets, type PageCommand } from '#features/shell/page-commands.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { Side } from './picking-state.ts';
import type { Picking } from './picking.ts';

const mostOfSide = 10;

/** Offers the fields of both trees in the command palette. */
export const useFieldTargets = ({ select }: Picking, trees: MapperTrees): void => {
  const find = (side: Side, wanted: string): PageCommand[] =>
    [...trees[side].byId.keys()]
      .filter((id) => id.toLowerCase().includes(wanted))
      // A field that is named so comes before those that are inside one.
      .toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
      .slice(0, mostOfSide)
      .map((id) => ({
        id: `${side} ${id}`,
        label: id,
        hint: `${side} field`,
        icon: side === 'source' ? <ArrowRightFromLine aria-hidden /> : <ArrowRightToLine aria-hidden />,
        run: () => {
          select({ side, id });
          trees[side].fields.go(id, true);
        },
      }));
  useOfferTargets((wanted) => [...find('target', wanted), ...find('source', wanted)]);
};

const rank = (id: string, wanted: string): number => {
  const own = id.toLowerCase();
  if (own === wanted) return 0;
  return own.endsWith(wanted) ? 1 : 2;
};
