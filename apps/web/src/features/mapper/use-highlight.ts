'use client';
import { useMemo, useState } from 'react';
import type { LinkIndex } from './link-index.ts';
import type { FieldNode } from './target-fields.ts';

export interface Highlight {
  /** Fields of either side that have to do with the field pointed at, or with the target field that is chosen. */
  readonly sources: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly pointAtSource: (node: FieldNode | undefined) => void;
  readonly pointAtTarget: (node: FieldNode | undefined) => void;
}

interface Pointed {
  readonly side: 'source' | 'target';
  readonly id: string;
}

const none: ReadonlySet<string> = new Set();

/** Shows what feeds what: a target field lights up its sources, a source field what it has a part in. */
export const useHighlight = (links: LinkIndex, chosen: FieldNode | undefined): Highlight => {
  const [pointed, setPointed] = useState<Pointed>();
  const target = pointed === undefined ? chosen?.id : pointed.side === 'target' ? pointed.id : undefined;
  const source = pointed?.side === 'source' ? pointed.id : undefined;
  return useMemo(
    () => ({
      sources: target === undefined ? none : new Set(links.sourcesOf(target).flatMap(({ id }) => id ?? [])),
      targets: source === undefined ? none : links.targetsOf(source),
      pointAtSource: (node) => setPointed(node && { side: 'source', id: node.id }),
      pointAtTarget: (node) => setPointed(node && { side: 'target', id: node.id }),
    }),
    [links, target, source],
  );
};
