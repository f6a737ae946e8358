'use client';
import { useMemo } from 'react';
import { outlineEntries } from '@throughline/core/mapping/fields';
import { fieldIdOf } from '../field-id.ts';
import type { GhostField } from '../ghosts/ghost-work.ts';
import type { MapperTrees } from '../picking/mapper-trees.ts';
import type { FieldNode } from '../target-fields.ts';
import type { MapperChecks } from '../use-mapper-checks.ts';
import { drawnLines } from './drawn-lines.ts';
import { lineNodes } from './line-nodes.ts';
import { mapLines, type MapLine } from './map-lines.ts';
import type { LineDrawing } from './place-lines.ts';

export interface MapperLines extends LineDrawing {
  /** Each line of the mapping, whether or not it can be seen. */
  readonly all: readonly MapLine[];
}

/** The lines of the last text that could be read, as far as the trees show their fields. */
export const useMapLines = ({ links, outline, ghosts }: MapperChecks, trees: MapperTrees): MapperLines => {
  const { source, target } = trees;
  const written = useMemo(() => new Set(outlineEntries(outline.object).map(({ path }) => fieldIdOf(path))), [outline]);
  const all = useMemo(
    () =>
      mapLines({
        links: links.all,
        written,
        sourceLists: listsOf(source.byId.values()),
        targetLists: listsOf(target.byId.values()),
        ...(ghosts.length > 0 && {
          ghosts: { source: idsOf(ghosts, 'source'), target: idsOf(ghosts, 'target') },
        }),
      }),
    [links, ghosts, written, source.byId, target.byId],
  );
  const lines = useMemo(
    () => drawnLines(all, source.fields.indexOf, target.fields.indexOf),
    [all, source.fields.indexOf, target.fields.indexOf],
  );
  const nodes = useMemo(() => lineNodes(lines), [lines]);
  return useMemo(() => ({ all, lines, nodes }), [all, lines, nodes]);
};

const idsOf = (ghosts: readonly GhostField[], side: GhostField['side']): ReadonlySet<string> =>
  new Set(ghosts.filter((ghost) => ghost.side === side).map(({ id }) => id));

const listsOf = (nodes: Iterable<FieldNode>): ReadonlySet<string> =>
  new Set([...nodes].filter(({ isList }) => isList).map(({ id }) => id));
