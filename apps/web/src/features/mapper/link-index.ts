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

export function linkIndex(links: readonly FieldLink[]): LinkIndex {
  const used = new Set(
    links.flatMap(({ sources }) => sources.flatMap(({ id }) => (id === undefined ? [] : idsUpTo(id)))),
  );
  return {
    all: links,
    used,
    built: new Set(links.flatMap(({ target }) => idsUpTo(target))),
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
