import type { PathSegment, TargetLineage } from '@throughline/core/mapping/analysis';

import type { TextRange } from '@throughline/core/mapping/syntax';
import { fieldIdOf } from '../field-id.ts';

type SourceUse = TargetLineage['sources'][number];

/** A field of the result and its sources, by the ids of the field trees. */
export interface FieldLink {
  readonly target: string;
  readonly sources: readonly LinkedSource[];
}

export interface LinkedSource {
  /** Field of the input; absent for a source in a variable. */
  readonly id: string | undefined;
  /** Readable path: `deal.Amount`, `$steps.readOrder`. */
  readonly label: string;
  readonly via: SourceUse['via'];
  /** The function or value map that it passed through. */
  readonly through: string | undefined;
  /** Where the text first reads it. */
  readonly range: TextRange | undefined;
}

/** Lineage as the panes show it. List items have no separate row there, so they are left out of paths. */
export function fieldLinks(lineage: readonly TargetLineage[]): FieldLink[] {
  return lineage.map(({ target, sources }) => ({ target: fieldId(target), sources: sources.map(linkedSource) }));
}

function linkedSource({ root, path, via, through, ranges }: SourceUse): LinkedSource {
  const id = fieldId(path);
  const label = root === undefined ? id : [`$${root}`, ...(id === '' ? [] : [id])].join('.');
  return {
    id: root === undefined ? id : undefined,
    label: label === '' ? 'the input' : label,
    via,
    through,
    range: ranges[0],
  };
}

/** Returns the id of the field to which a path leads: its names up to the first step that is not a field name. */
export function fieldId(path: readonly PathSegment[]): string {
  const names: string[] = [];
  for (const segment of path) {
    if (segment.kind === 'name') names.push(segment.name);
    else if (segment.kind !== 'item') break;
  }
  return fieldIdOf(names);
}
