import type { CheckedMapping } from '../analysis/create-mapping-checker.ts';
import { outlineEntries, readOutline } from '../fields/outline.ts';
import type { GhostSide } from './ghost.ts';
import { namesOf } from './names-of.ts';

/** The paths that a checked text reads in the input and sets in the result, as names from the outermost field inwards. */
export const usedPaths = (checked: CheckedMapping): Readonly<Record<GhostSide, readonly (readonly string[])[]>> => ({
  source: checked
    .lineage()
    .flatMap(({ sources }) => sources.filter(({ root }) => root === undefined).map(({ path }) => namesOf(path))),
  target: outlineEntries(readOutline(checked.parsed.tree.text).object).map(({ path }) => path),
});
