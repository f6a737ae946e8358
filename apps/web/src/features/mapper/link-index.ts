import type { FieldLink, LinkedSource } from './evaluation/field-links.ts';
import { idsUpTo } from './field-id.ts';

/** Which source fields feed which target fields. Ids are those of the field trees. */
export interface LinkIndex {
  readonly all: readonly FieldLink[];
  /** Source fields that the mapping reads, with the containers around them. */
  readonly used: ReadonlySet<string>;
  /** Target fields that the mapping builds, with the containers around them. */
  readonly built: ReadonlySet<string>;
  /** The sources of a target field and everything inside it, each once. */
  sourcesOf(target: string): readonly LinkedSource[];
}

/**
 * Indexes the links. A set that holds the same as in `before` is that set again, so that the trees which depend on it need
 * not be built anew after each edit.
 */
export function linkIndex(links: readonly FieldLink[], before?: LinkIndex): LinkIndex {
  const used = new Set(
    links.flatMap(({ sources }) => sources.flatMap(({ id }) => (id === undefined ? [] : idsUpTo(id)))),
  );
  const built = new Set(links.flatMap(({ target }) => idsUpTo(target)));
  // Only the table and the field panel ask for it.
  let within: ReadonlyMap<string, readonly FieldLink[]> | undefined;
  return {
    all: links,
    used: sameOr(before?.used, used),
    built: sameOr(before?.built, built),
    sourcesOf(target) {
      within ??= linksWithin(links);
      const found = new Map<string, LinkedSource>();
      for (const source of within.get(target)?.flatMap(({ sources }) => sources) ?? []) {
        const key = JSON.stringify([source.label, source.via, source.through]);
        if (!found.has(key)) found.set(key, source);
      }
      return [...found.values()];
    },
  };
}

/** The links to each field and to everything inside it. */
function linksWithin(links: readonly FieldLink[]): ReadonlyMap<string, readonly FieldLink[]> {
  const found = new Map<string, FieldLink[]>();
  for (const link of links) {
    for (const id of link.target === '' ? [''] : idsUpTo(link.target)) {
      const own = found.get(id);
      if (own === undefined) found.set(id, [link]);
      else own.push(link);
    }
  }
  return found;
}

const sameOr = (before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): ReadonlySet<string> =>
  before?.size === now.size && [...before].every((id) => now.has(id)) ? before : now;
