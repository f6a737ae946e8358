import type { PathSegment, TargetLineage } from '@throughline/core/mapping/analysis';

import type { TextRange } from '@throughline/core/mapping/syntax';
import { fieldIdOf } from '../field-id.ts';

type SourceUse = TargetLineage['sources'][number];

/** A field of the result and what it is made of, by the ids of the field trees. */
export interface FieldLink {
  readonly target: string;
  readonly sources: readonly LinkedSource[];
}

export interface LinkedSource {
  /** Field of the input; absent for what comes from a variable. */
  readonly id: string | undefined;
  /** For people: `deal.Amount`, `$steps.readOrder`. */
  readonly label: string;
  readonly via: SourceUse['via'];
  /** The function or value map it went through. */
  readonly through: string | undefined;
  /** Where the text reads it first. */
  readonly range: TextRange | undefined;
}

/** Lineage as the panes show it. Items of lists have no place of their own there, so they are left out of paths. */
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

/** Gives the id of the field that a path leads to: its names up to the first step that names no field. */
export function fieldId(path: readonly PathSegment[]): string {
  const names: string[] = [];
  for (const segment of path) {
    if (segment.kind === 'name') names.push(segment.name);
    else if (segment.kind !== 'item') break;
  }
  return fieldIdOf(names);
}
