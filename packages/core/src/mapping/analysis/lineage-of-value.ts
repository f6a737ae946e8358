import type { TextRange } from '../syntax/syntax-node.ts';
import { accessField } from './field-access.ts';
import { originOf, placesOf } from './origin.ts';
import { union, type Origin } from './value.ts';
import { sourcesOf, type SourceUse } from './sources-of.ts';
import { itemsOf } from './sequence.ts';
import { rangeOf, type Site } from './site.ts';
import { anyKeySegment, itemSegment, type PathSegment } from './source-path.ts';
import type { ObjectType, Type, Value } from './value.ts';

export type { SourceUse } from './sources-of.ts';

/** A field of the result that has no fields of its own in the text, and what it is made of. */
export interface TargetLineage {
  readonly target: readonly PathSegment[];
  /** The expressions that give it; several when the data decides which one does. Empty for the result itself. */
  readonly ranges: readonly TextRange[];
  readonly sources: readonly SourceUse[];
  /** False when something unknown contributed, such as a function that calls itself. */
  readonly isComplete: boolean;
}

/** Tells where each field of a value comes from, in the order of the text. */
export function lineageOfValue(value: Value): TargetLineage[] {
  const rows = new Map<string, Row>();
  collect(value, { target: [], site: undefined, around: undefined }, rows);
  return [...rows.values()].map(lineageOfRow);
}

/** One target path, with what each of its possible expressions is made of. */
interface Row {
  readonly target: readonly PathSegment[];
  readonly sites: Set<Site>;
  readonly origins: Origin[];
}
type Rows = Map<string, Row>;

function addRow(rows: Rows, origin: Origin | undefined, { target, site }: Place): void {
  // Names can contain any character, so they are not joined with one.
  const key = JSON.stringify(target.map((segment) => (segment.kind === 'name' ? [segment.name] : segment.kind)));
  let row = rows.get(key);
  if (row === undefined) rows.set(key, (row = { target, sites: new Set(), origins: [] }));
  if (site !== undefined) row.sites.add(site);
  if (origin !== undefined) row.origins.push(origin);
}

interface Place {
  readonly target: readonly PathSegment[];
  readonly site: Site | undefined;
  /** The combined origin of the objects and lists around it. */
  readonly around: Origin | undefined;
}

/**
 * A value can contain another one many times, which does the same in turn. Entries beyond this limit are not listed.
 */
const maxRows = 2_000;
const maxDepth = 24;

function collect(value: Value, place: Place, rows: Rows): void {
  if (rows.size >= maxRows) return;
  if (place.target.length >= maxDepth) return addRow(rows, union(originOf(value), place.around), place);
  const inside = value.types.filter((type) => isBuilt(type));
  const isPlain = inside.length < value.types.length || value.at.length > 0 || value.types.length === 0;
  if (isPlain || inside.length === 0) {
    const others: Value = { ...value, types: value.types.filter((type) => !isBuilt(type)) };
    // A value that only represents a branch without a result is not a field of its own.
    if (others.types.length > 0 || inside.length === 0) {
      addRow(rows, union(placesOrAll(others), place.around), place);
    }
  }
  const around = union(value.through, place.around);
  for (const type of inside) {
    if (type.kind === 'list') {
      const items = itemsOf(type, value.at);
      if (items.types.length > 0) collect(items, { ...place, target: [...place.target, itemSegment], around }, rows);
      else addRow(rows, around, place);
    } else collectFields(type, value, { ...place, around }, rows);
  }
}

const placesOrAll = (value: Value): Origin | undefined =>
  value.types.length === 0 ? placesOf(value) : originOf(value);

function collectFields(type: ObjectType, value: Value, place: Place, rows: Rows): void {
  const here: Value = { types: [type], count: value.count, at: value.at, through: undefined };
  for (const [name, { site }] of type.fields) {
    const target: PathSegment[] = [...place.target, { kind: 'name', name }];
    collect(accessField(here, name).value, { target, site: site ?? place.site, around: place.around }, rows);
  }
  if (type.rest !== undefined) collect(type.rest, { ...place, target: [...place.target, anyKeySegment] }, rows);
  if (type.fields.size === 0 && type.rest === undefined) addRow(rows, place.around, place);
}

/**
 * True for a value that the text builds: its parts have origins of their own. A value that a schema describes is copied
 * as a whole.
 */
function isBuilt(type: Type): type is Extract<Type, { kind: 'list' | 'object' }> {
  return (type.kind === 'object' && type.isSource !== true) || (type.kind === 'list' && type.isSource !== true);
}

function lineageOfRow({ target, sites, origins }: Row): TargetLineage {
  const { sources, isComplete } = sourcesOf(origins);
  const ranges = [...sites].map(rangeOf).toSorted((a, b) => a.start - b.start);
  return { target, ranges: distinctRanges(ranges), sources, isComplete };
}

const distinctRanges = (ranges: readonly TextRange[]): TextRange[] =>
  ranges.filter(({ start, end }, index) => ranges[index - 1]?.start !== start || ranges[index - 1]?.end !== end);
