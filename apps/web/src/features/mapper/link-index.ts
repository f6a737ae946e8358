import type { FieldLink, LinkedSource } from './evaluation/field-links.ts';
import { idsUpTo, isWithin } from './field-id.ts';

/** Which source fields feed which target fields, asked from either side. Ids are those of the field trees. */
export interface LinkIndex {
  /** Source fields the mapping reads, with the containers that lead to them. */
  readonly used: ReadonlySet<string>;
  /** Target fields the mapping builds, with the containers that lead to them. */
  readonly built: ReadonlySet<string>;
  /** What a target field, with everything inside it, is made of; each source once. */
  sourcesOf(target: string): readonly LinkedSource[];
  /** Target fields that a source field, or something inside it, has a part in. */
  targetsOf(source: string): ReadonlySet<string>;
}

export function linkIndex(links: readonly FieldLink[]): LinkIndex {
  const used = new Set(
    links.flatMap(({ sources }) => sources.flatMap(({ id }) => (id === undefined ? [] : idsUpTo(id)))),
  );
  return {
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
    targetsOf(source) {
      const fed = links.filter(({ sources }) => sources.some(({ id }) => id !== undefined && isWithin(id, source)));
      return new Set(fed.map(({ target }) => target));
    },
  };
}
