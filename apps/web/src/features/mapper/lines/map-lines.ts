import type { FieldLink, LinkedSource } from '../evaluation/field-links.ts';
import { idsUpTo } from '../field-id.ts';

/**
 * What a line means: the value as it is, through a function, through a value map, something that only decides, filters,
 * sorts or groups, or a list that is built item by item.
 */
export type LineKind = 'direct' | 'function' | 'lookup' | 'influence' | 'each';

/** A line between a source field and a target field, by the ids of the field trees. */
export interface MapLine {
  readonly source: string;
  readonly target: string;
  readonly kind: LineKind;
  /** The function or value map on the line. */
  readonly through: string | undefined;
  /** Every way in which the source contributes; empty for a line that stands for a list. */
  readonly uses: readonly LinkedSource[];
  /** One of its ends, or something around it, is not in its shape. */
  readonly isGhost?: true;
}

interface LineInput {
  readonly links: readonly FieldLink[];
  /** Ids of the fields that the text writes. */
  readonly written: ReadonlySet<string>;
  readonly sourceLists: ReadonlySet<string>;
  readonly targetLists: ReadonlySet<string>;
  /** Ids of the fields that are not in their shapes. */
  readonly ghosts?: Readonly<Record<'source' | 'target', ReadonlySet<string>>>;
}

export const lineKey = ({ source, target }: Pick<MapLine, 'source' | 'target'>): string => `${source} → ${target}`;

/**
 * The lines of a mapping. A line ends at the field that the text writes: `"total": $money(Amount, "GBP")` has one line
 * to `total`, not one to each of its parts. A source that contributes in several ways has one line.
 */
export function mapLines({ links, written, sourceLists, targetLists, ghosts }: LineInput): MapLine[] {
  const uses = new Map<string, { source: string; target: string; uses: LinkedSource[] }>();
  const pairs = new ListPairs();
  for (const link of links) {
    const target = idsUpTo(link.target).findLast((id) => written.has(id)) ?? link.target;
    for (const use of link.sources) {
      if (use.id === undefined || use.id === '') continue;
      const key = lineKey({ source: use.id, target });
      const known = uses.get(key);
      if (known === undefined) uses.set(key, { source: use.id, target, uses: [use] });
      else if (!known.uses.some(({ via, through }) => via === use.via && through === use.through)) known.uses.push(use);
      if (!isInfluence(use)) pairs.count(listsAround(use.id, sourceLists), listsAround(target, targetLists));
    }
  }
  const lines = [...uses.values()].map((line): MapLine => ({
    ...line,
    ...lookOf(line.uses),
    ...(isGhostly(line, ghosts) && { isGhost: true as const }),
  }));
  const drawn = new Set(lines.map(lineKey));
  return [...pairs.lines().filter((line) => !drawn.has(lineKey(line))), ...lines];
}

const isGhostly = ({ source, target }: Pick<MapLine, 'source' | 'target'>, ghosts: LineInput['ghosts']): boolean =>
  ghosts !== undefined &&
  (idsUpTo(source).some((id) => ghosts.source.has(id)) || idsUpTo(target).some((id) => ghosts.target.has(id)));

const isInfluence = ({ via }: LinkedSource): boolean => via !== 'direct' && via !== 'function' && via !== 'lookup';

/** A value map or function tells more than the value itself, which is often only what remains without an entry. */
function lookOf(uses: readonly LinkedSource[]): Pick<MapLine, 'kind' | 'through'> {
  for (const kind of ['lookup', 'function', 'direct'] as const) {
    const use = uses.find(({ via }) => via === kind);
    if (use !== undefined) return { kind, through: use.through };
  }
  return { kind: 'influence', through: undefined };
}

const listsAround = (id: string, lists: ReadonlySet<string>): string[] =>
  idsUpTo(id)
    .slice(0, -1)
    .filter((each) => lists.has(each));

/** Which source list a target list is built from: the one from which most of its fields come. */
class ListPairs {
  readonly #counts = new Map<string, Map<string, number>>();

  count(sources: readonly string[], targets: readonly string[]): void {
    targets.forEach((target, depth) => {
      const source = sources[depth];
      if (source === undefined) return;
      const counts = this.#counts.get(target) ?? new Map<string, number>();
      this.#counts.set(target, counts.set(source, (counts.get(source) ?? 0) + 1));
    });
  }

  lines(): MapLine[] {
    return [...this.#counts].map(([target, counts]) => {
      const [[source] = ['']] = [...counts].toSorted(([, one], [, other]) => other - one);
      return { source, target, kind: 'each', through: undefined, uses: [] };
    });
  }
}
