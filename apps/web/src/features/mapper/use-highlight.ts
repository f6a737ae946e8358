'use client';
import { useMemo, useState } from 'react';
import type { LinkIndex } from './link-index.ts';
import type { FieldNode } from './target-fields.ts';

export interface Highlight {
  /** Fields on either side that are related to the field under the pointer, or to the selected target field. */
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

/** Highlights links: a target field highlights its sources, and a source field the fields to which it contributes. */
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
