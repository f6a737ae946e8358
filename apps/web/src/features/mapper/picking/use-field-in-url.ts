'use client';
import { useEffect, useEffectEvent } from 'react';
import { useSearchParams } from 'next/navigation';
import { useUrlMirror } from '#ui/use-url-mirror.ts';
import { fieldFromUrl, fieldInUrl } from './field-in-url.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { Picking } from './picking.ts';

/** Keeps the selected field in the address, and shows the field that the address names. */
export const useFieldInUrl = ({ state, select }: Picking, trees: MapperTrees): void => {
  const linked = useSearchParams().get('field') ?? '';
  const show = (text: string) => {
    const field = fieldFromUrl(text);
    if (field !== undefined && !trees[field.side].byId.has(field.id)) return;
    select(field);
    if (field !== undefined) trees[field.side].fields.go(field.id);
  };
  const showFirst = useEffectEvent(() => {
    if (linked !== '') show(linked);
  });
  useUrlMirror({ field: fieldInUrl(state.selected) }, ({ field }) => show(field));
  useEffect(() => showFirst(), []);
};
