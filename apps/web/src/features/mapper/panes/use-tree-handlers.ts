'use client';
import { useMemo } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { Highlight } from '../lines/use-highlight.ts';
import type { MapperTrees } from '../picking/mapper-trees.ts';
import type { Side } from '../picking/picking-state.ts';
import type { useFieldDrag } from '../picking/use-field-drag.ts';
import type { Picking } from '../picking/picking.ts';
import type { FieldTreeProps } from '../tree/field-tree.tsx';

/** What a tree does with pointer and keyboard, and how its rows look. */
export type TreeHandlers = Omit<FieldTreeProps, 'label' | 'side' | 'renderMark' | 'renderDetail'>;

interface HandlerInput {
  readonly side: Side;
  readonly trees: MapperTrees;
  readonly picking: Picking;
  readonly highlight: Highlight;
  readonly drag: ReturnType<typeof useFieldDrag>;
  readonly refusalOf: (side: Side, id: string) => string | undefined;
  /** The text has the focus. Clicks on a source field then put its path there. */
  readonly isTyping: () => boolean;
  /** Delete was pressed on a field. */
  readonly onDelete: (side: Side, id: string) => void;
  /** Opens the box for typing at a target field. */
  readonly onWrite: (id: string) => void;
  /** Takes the keyboard to the editor of a target field. */
  readonly onEdit: (id: string) => void;
}

export const useTreeHandlers = (input: HandlerInput): TreeHandlers => {
  const { side, trees, picking, highlight, refusalOf } = input;
  const latest = useLatest(input);
  const { selected, held, over } = picking.state;
  const { fields } = trees[side];
  const related = side === 'source' ? highlight.sourceRows : highlight.targetRows;
  const look = useMemo(
    (): Pick<TreeHandlers, 'lookOf'> => ({
      lookOf: ({ id }) => ({
        isSelected: selected?.side === side && selected.id === id,
        isHeld: held?.side === side && held.id === id,
        isRelated: related.has(fields.indexOf.get(id) ?? -1),
        refusal: refusalOf(side, id),
        isOver: held !== undefined && held.side !== side && over === id,
      }),
    }),
    [side, selected, held, over, related, fields, refusalOf],
  );
  const handlers = useMemo((): Omit<TreeHandlers, 'fields' | 'lookOf' | 'attached'> => {
    const now = () => latest.current;
    const isInserting = () => side === 'source' && now().picking.state.held?.side !== 'target' && now().isTyping();
    return {
      onClick: ({ id }) => (isInserting() ? now().picking.insert(id) : now().picking.pick({ side, id }, 'click')),
      // The text keeps the focus, because the path goes to its caret.
      onMouseDown: (event) => {
        if (isInserting()) event.preventDefault();
      },
      onPointerDown: ({ id }, event) => now().drag.start({ side, id }, event),
      onWrite: ({ id }) => side === 'target' && now().onWrite(id),
      onPoint: (node) => now().highlight.point(node && { field: { side, id: node.id } }),
      onKey: ({ id }, { key, ctrlKey, metaKey, altKey }) => {
        if (ctrlKey || metaKey || altKey) return false;
        switch (key) {
          case 'Enter':
          case 'm':
            now().picking.pick({ side, id }, 'keyboard');
            return true;
          case ' ':
            now().picking.select({ side, id });
            return true;
          case 'Delete':
          case 'Backspace':
            now().onDelete(side, id);
            return true;
          case 'e':
            if (side === 'target') now().onEdit(id);
            return side === 'target';
          case 'F2':
          case '=':
            if (side === 'target') now().onWrite(id);
            return side === 'target';
          default:
            return false;
        }
      },
    };
  }, [side, latest]);
  return useMemo(() => ({ fields, ...look, ...handlers }), [fields, look, handlers]);
};
