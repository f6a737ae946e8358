'use client';
import type { ReactNode } from 'react';
import type { LinkedSource } from './evaluation/field-links.ts';
import type { LinkIndex } from './link-index.ts';
import type { FieldNode } from './target-fields.ts';

interface FieldOriginProps {
  readonly node: FieldNode;
  readonly links: LinkIndex;
  readonly onGoTo: (from: number, to: number) => void;
  /** Further details about the field. */
  readonly children?: ReactNode;
}

const longest = 12;

/** Where the selected target field comes from. */
export const FieldOrigin = ({ node, links, onGoTo, children }: FieldOriginProps) => {
  const sources = links.sourcesOf(node.id);
  return (
    <section
      aria-label={`Origin of ${node.id}`}
      className="flex max-h-2/5 shrink-0 flex-col gap-1 overflow-auto border-t border-line px-3 py-2"
    >
      <h3 className="truncate font-mono text-code font-semibold">{node.id}</h3>
      {children}
      {sources.length === 0 ? (
        <p className="text-small text-muted">No source field has a part in it.</p>
      ) : (
        <ul aria-label="Comes from" className="flex flex-col">
          {sources.slice(0, longest).map((source) => (
            <li key={`${source.label} ${source.via} ${source.through ?? ''}`} className="flex items-baseline gap-2">
              <SourceName source={source} onGoTo={onGoTo} />
              <span className="min-w-0 truncate text-small text-muted">{wordsOf(source)}</span>
            </li>
          ))}
          {sources.length > longest && <li className="text-small text-muted">and {sources.length - longest} more</li>}
        </ul>
      )}
    </section>
  );
};

const SourceName = ({ source, onGoTo }: Pick<FieldOriginProps, 'onGoTo'> & { readonly source: LinkedSource }) => {
  const { label, range } = source;
  if (range === undefined) return <span className="font-mono text-code">{label}</span>;
  return (
    <button
      type="button"
      title="Show where the text reads it"
      onClick={() => onGoTo(range.start, range.end)}
      className="min-h-6 min-w-0 rounded-sm text-left font-mono text-code break-words text-accent-strong hover:underline"
    >
      {label}
    </button>
  );
};

/** How the source contributes to the field. */
function wordsOf({ via, through }: LinkedSource): string {
  switch (via) {
    case 'direct':
      return 'as it is';
    case 'function':
      return through === undefined ? 'computed' : `through $${through}`;
    case 'lookup':
      return through === undefined ? 'looked up' : `looked up in ${through}`;
    case 'condition':
      return 'decides';
    case 'filter':
      return 'filters';
    case 'sort':
      return 'sorts';
    case 'group':
      return 'groups';
  }
}
