'use client';
import { useMemo, useState } from 'react';
import type { MappingDocument } from '@throughline/core/mapping/document';
import type { MapperTrees } from './picking/mapper-trees.ts';
import { filterFields, flattenFields, searchFields, type FieldNode } from './target-fields.ts';
import { useFieldRows } from './tree/use-field-rows.ts';
import { withUnknownFields } from './tree/with-unknown-fields.ts';
import { ghostState } from './ghosts/ghost-state.ts';
import type { GhostField } from './ghosts/ghost-work.ts';
import type { MapperChecks } from './use-mapper-checks.ts';
import type { Shapes } from './use-shapes.ts';

/** What limits the rows of the trees. */
export interface TreeFilters {
  readonly sourceSearch: string;
  readonly targetSearch: string;
  /** Only source fields that the mapping reads. */
  readonly isUsedOnly: boolean;
  readonly isRequiredOnly: boolean;
}

const noFilters: TreeFilters = { sourceSearch: '', targetSearch: '', isUsedOnly: false, isRequiredOnly: false };

/** The rows of both trees, with fields that only the text has. */
export const useMapperTrees = (
  { source, target }: MappingDocument,
  shapes: Shapes,
  { links, ghosts }: Pick<MapperChecks, 'links' | 'ghosts'>,
) => {
  const [filters, setFilters] = useState(noFilters);
  const { sourceSearch, targetSearch, isUsedOnly, isRequiredOnly } = filters;
  const sourceNodes = useMemo(
    () =>
      withUnknownFields(shapes.sourceFields, links.used, {
        isOpenShape: source.kind === 'any',
        ghosts: statesOf(ghosts, 'source'),
      }),
    [shapes.sourceFields, links.used, source.kind, ghosts],
  );
  const targetNodes = useMemo(
    () =>
      withUnknownFields(shapes.targetFields, links.built, {
        isOpenShape: target.kind === 'any',
        ghosts: statesOf(ghosts, 'target'),
      }),
    [shapes.targetFields, links.built, target.kind, ghosts],
  );
  const shownSources = useMemo(() => {
    const found = searchFields(sourceNodes, sourceSearch);
    return isUsedOnly ? filterFields(found, ({ id }) => links.used.has(id)) : found;
  }, [sourceNodes, sourceSearch, isUsedOnly, links.used]);
  const shownTargets = useMemo(() => {
    const found = searchFields(targetNodes, targetSearch);
    return isRequiredOnly ? filterFields(found, ({ isRequired }) => isRequired) : found;
  }, [targetNodes, targetSearch, isRequiredOnly]);
  const sourceRows = useFieldRows({
    nodes: shownSources,
    openLevels: sourceSearch === '' ? (sourceNodes.length > 4 ? 1 : 2) : 9,
    view: `${sourceSearch} ${String(isUsedOnly)}`,
  });
  const targetRows = useFieldRows({
    nodes: shownTargets,
    openLevels: targetSearch === '' ? 2 : 9,
    view: `${targetSearch} ${String(isRequiredOnly)}`,
  });
  const sourcesById = useMemo(() => byId(sourceNodes), [sourceNodes]);
  const targetsById = useMemo(() => byId(targetNodes), [targetNodes]);
  const trees = useMemo<MapperTrees>(
    () => ({
      source: { fields: sourceRows, byId: sourcesById },
      target: { fields: targetRows, byId: targetsById },
    }),
    [sourceRows, targetRows, sourcesById, targetsById],
  );
  return { trees, filters, setFilters };
};

const statesOf = (ghosts: readonly GhostField[], side: GhostField['side']): ReadonlyMap<string, string> =>
  new Map(ghosts.filter((ghost) => ghost.side === side).map((ghost) => [ghost.id, ghostState(ghost)]));

const byId = (nodes: readonly FieldNode[]): ReadonlyMap<string, FieldNode> =>
  new Map(flattenFields(nodes).map((node) => [node.id, node]));
