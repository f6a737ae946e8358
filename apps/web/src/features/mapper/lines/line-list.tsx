'use client';
import type { KeyboardEvent } from 'react';
import { CodeXml, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { LinkedSource } from '../evaluation/field-links.ts';
import type { LinkIndex } from '../link-index.ts';
import type { FieldRef } from '../picking/picking-state.ts';
import { otherSide } from '../picking/picking-state.ts';
import type { Picking } from '../picking/picking.ts';
import type { MapperTrees } from '../picking/mapper-trees.ts';
import { lineKey, type MapLine } from './map-lines.ts';
import type { Highlight } from './use-highlight.ts';

interface LineListProps {
  readonly field: FieldRef;
  readonly lines: readonly MapLine[];
  readonly links: LinkIndex;
  readonly trees: MapperTrees;
  readonly picking: Picking;
  readonly highlight: Highlight;
  readonly isReadOnly: boolean;
}

const longest = 12;

/** The lines of a field, for keyboard and screen reader as well as for the eye. */
export const LineList = (props: LineListProps) => {
  const { field, lines, links } = props;
  const isTarget = field.side === 'target';
  // What a flow's variables give has no row in the source tree, so that it has no line.
  const others = isTarget ? links.sourcesOf(field.id).filter(({ id }) => id === undefined || id === '') : [];
  if (lines.length + others.length === 0) {
    return (
      <p className="text-small text-muted">
        {isTarget ? 'No source field has a part in it.' : 'The mapping does not use this field.'}
      </p>
    );
  }
  return (
    <ul aria-label={isTarget ? 'Comes from' : 'Goes to'} className="flex flex-col">
      {lines.slice(0, longest).map((line) => (
        <LineItem key={lineKey(line)} line={line} {...props} />
      ))}
      {others.map((source) => (
        <li key={`${source.label} ${source.via}`} className="flex min-h-7 items-center gap-2">
          <span className="min-w-0 truncate font-mono text-code">{source.label}</span>
          <span className="min-w-0 flex-1 truncate text-small text-muted">{wordsOf([source])}</span>
          <PlaceButton uses={[source]} picking={props.picking} />
        </li>
      ))}
      {lines.length > longest && <li className="text-small text-muted">and {lines.length - longest} more</li>}
    </ul>
  );
};

const LineItem = ({
  line,
  field,
  trees,
  picking,
  highlight,
  isReadOnly,
}: LineListProps & { readonly line: MapLine }) => {
  const other = otherSide(field.side);
  const key = lineKey(line);
  const isInside = line[field.side] !== field.id;
  const remove = () => picking.remove(line, field.side);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isReadOnly || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    remove();
  };
  const events = {
    onKeyDown,
    onPointerEnter: () => highlight.point({ line: key }),
    onPointerLeave: () => highlight.point(undefined),
    onFocus: () => highlight.point({ line: key }),
    onBlur: () => highlight.point(undefined),
  };
  return (
    <li className="flex min-h-7 items-center gap-1 rounded-sm hover:bg-hover">
      <button
        type="button"
        title={`Show ${line[other]}`}
        onClick={() => trees[other].fields.go(line[other])}
        {...events}
        className="min-h-6 min-w-0 shrink-0 rounded-sm text-left font-mono text-code break-words text-accent-strong hover:underline"
      >
        {line[other]}
      </button>
      <span className="min-w-0 flex-1 truncate text-small text-muted">
        {isInside && `${field.side === 'target' ? '→' : 'from'} ${line[field.side].slice(field.id.length + 1)} `}
        {line.isGhost === true && 'broken, '}
        {wordsOf(line.uses)}
      </span>
      <PlaceButton uses={line.uses} picking={picking} />
      {!isReadOnly && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Remove the line ${field.side === 'target' ? 'from' : 'to'} ${line[other]}`}
          icon={<Trash2 aria-hidden />}
          onClick={remove}
          {...events}
        />
      )}
    </li>
  );
};

const PlaceButton = ({ uses, picking }: { readonly uses: readonly LinkedSource[]; readonly picking: Picking }) => {
  const range = uses.find((use) => use.range !== undefined)?.range;
  if (range === undefined) return null;
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label="Show where the text reads it"
      icon={<CodeXml aria-hidden />}
      onClick={() => picking.goTo(range.start, range.end)}
    />
  );
};

/** How the source contributes to the field. */
const wordsOf = (uses: readonly LinkedSource[]): string => uses.map(wordOf).join(', ');

function wordOf({ via, through }: LinkedSource): string {
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
