import type { FieldLink, LinkedSource } from './evaluation/field-links.ts';
import { idsUpTo, isWithin } from './field-id.ts';

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
  return {
    all: links,
    used: sameOr(before?.used, used),
    built: sameOr(before?.built, built),
    sourcesOf(target) {
      const found = new Map<string, LinkedSource>();
      for (const link of links) {
        if (!isWithin(link.target, target)) continue;
        for (const source of link.sources) {
          const key = JSON.stringify([source.label, source.via, source.through]);
          if (!found.has(key)) found.set(key, source);
        }
      }
      return [...found.values()];
    },
  };
}

const sameOr = (before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): ReadonlySet<string> =>
  before?.size === now.size && [...before].every((id) => now.has(id)) ? before : now;
