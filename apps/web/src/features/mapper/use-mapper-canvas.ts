'use client';
import { useCallback, useMemo } from 'react';
import { idsUpTo } from './field-id.ts';
import { lineKey, type MapLine } from './lines/map-lines.ts';
import type { DrawnLine } from './lines/drawn-lines.ts';
import { useHighlight } from './lines/use-highlight.ts';
import { useMapLines } from './lines/use-map-lines.ts';
import type { MappingTabsProps } from './mapping-tabs.tsx';
import type { Side } from './picking/picking-state.ts';
import { useCancelKey } from './picking/use-cancel-key.ts';
import { useFieldDrag } from './picking/use-field-drag.ts';
import { refusals } from './picking/refusals.ts';
import type { PickingOptions } from './picking/picking.ts';
import { usePicking } from './picking/use-picking.ts';
import { realSamples } from './samples/real-samples.ts';
import { useMapperTrees } from './use-mapper-trees.ts';

export type CanvasInput = Pick<
  MappingTabsProps,
  'document' | 'shapes' | 'checks' | 'samples' | 'actions' | 'isReadOnly' | 'viewRef'
> &
  Pick<PickingOptions, 'onShowText' | 'onHeld'>;

/** Trees, lines and what is done with them. */
export const useMapperCanvas = ({ document, shapes, checks, samples, ...input }: CanvasInput) => {
  const { trees, filters, setFilters } = useMapperTrees(document, shapes, checks);
  const lines = useMapLines(checks, trees);
  const inputs = useMemo(() => realInputs(samples.all), [samples.all]);
  const picking = usePicking({ ...input, shapes, trees, inputs, text: document.text });
  useCancelKey(picking);
  const highlight = useHighlight(lines.lines, picking.state);
  const drag = useFieldDrag(picking, trees, input.isReadOnly);
  const { held } = picking.state;
  const refusalOf = useMemo(() => refusals(held, document.text, trees, shapes), [held, document.text, trees, shapes]);
  const onDelete = useCallback(
    (side: Side, id: string) => {
      const selected = picking.state.line;
      const own = lines.all.filter((line) => line.kind !== 'each' && line[side] === id);
      const wanted = own.length > 1 && selected !== undefined ? own.filter((line) => lineKey(line) === selected) : own;
      const [line] = wanted;
      if (line !== undefined && wanted.length === 1) picking.remove(line, side);
      else picking.say(whyNotRemoved(id, own));
    },
    [lines.all, picking],
  );
  const onSelectLine = useCallback(
    ({ key, lines: [line] }: DrawnLine) => {
      if (line === undefined) return;
      picking.selectLine(key, line.target);
      trees.target.fields.go(line.target, true);
    },
    [picking, trees],
  );
  /** Target fields to which a line leads, with what is inside them. */
  const lined = useMemo(() => {
    const ends = new Set(lines.all.filter(({ kind }) => kind !== 'each').map(({ target }) => target));
    return new Set([...trees.target.byId.keys()].filter((id) => idsUpTo(id).some((each) => ends.has(each))));
  }, [lines.all, trees.target.byId]);
  return { trees, filters, setFilters, lines, picking, highlight, drag, refusalOf, onDelete, onSelectLine, lined };
};

export type MapperCanvas = ReturnType<typeof useMapperCanvas>;

const realInputs = (samples: CanvasInput['samples']['all']): readonly unknown[] =>
  realSamples(samples).map(({ input }) => input);

const whyNotRemoved = (id: string, lines: readonly MapLine[]): string =>
  lines.length === 0
    ? `No line ends at ${id} itself.`
    : `${id} has ${lines.length} lines. Select one of them, or remove it in the list of the selected field.`;
