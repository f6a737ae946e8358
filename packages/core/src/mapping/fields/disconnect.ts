import { lineageOf } from '../analysis/lineage-of.ts';
import type { PathSegment } from '../analysis/source-path.ts';
import { samePath } from '../same-path.ts';
import { startsWith } from '../starts-with.ts';
import { findTarget } from '../syntax/find-target.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import { readTree } from './read-tree.ts';
import { removeField } from './remove-field.ts';
import { withoutParts } from './without-parts.ts';

export type Disconnection = { readonly edits: readonly TextEdit[] } | { readonly reason: string };

/**
 * Removes the source from the field: the field itself if nothing else feeds it, its part otherwise; a refusal in a
 * sentence if that cannot be drawn.
 */
export function disconnect(text: string, target: readonly string[], source: readonly string[]): Disconnection {
  const [entry, ...more] = findTarget(readTree(text).root, target).entries;
  const name = target.join('.');
  if (entry === undefined) return { reason: `The text has no field ${name} of its own. Change what builds it.` };
  if (more.length > 0) return { reason: `The field ${name} is written more than once. Change it in the text.` };
  const ranges = readingsOf(text, target, source);
  if (ranges.length === 0) return { reason: `${source.join('.')} does not feed ${name}.` };
  if (ranges.some(({ start, end }) => start < entry.value.start || end > entry.value.end)) {
    return {
      reason: `${source.join('.')} reaches ${name} through a variable or a list around it. Change that in the text.`,
    };
  }
  const rest = withoutParts(text, entry.value, ranges);
  switch (rest.kind) {
    case 'edits':
      return { edits: rest.edits };
    case 'stuck':
      return { reason: rest.reason };
    case 'gone':
      return removeField(text, target);
  }
}

/** Where the text reads the source, or something in it, for this field. */
function readingsOf(text: string, target: readonly string[], source: readonly string[]): readonly TextRange[] {
  const rows = lineageOf(text);
  const exact = rows.filter((row) => samePath(namesOf(row.target), target));
  const feeding = exact.length > 0 ? exact : rows.filter((row) => startsWith(namesOf(row.target), target));
  return feeding
    .flatMap(({ sources }) => sources)
    .filter(({ root, path }) => root === undefined && startsWith(namesOf(path), source))
    .flatMap(({ ranges }) => ranges);
}

const namesOf = (path: readonly PathSegment[]): string[] =>
  path.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
