'use client';
import { useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { hasValue } from '../coverage.ts';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import { GhostNotice } from '../ghosts/ghost-notice.tsx';
import { renameFix } from '../ghosts/rename-fix.ts';
import type { GhostField } from '../ghosts/ghost-work.ts';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { Preview } from '../evaluation/use-preview.ts';
import { isWithin } from '../field-id.ts';
import type { LinkIndex } from '../link-index.ts';
import { LineList } from '../lines/line-list.tsx';
import type { MapLine } from '../lines/map-lines.ts';
import type { Highlight } from '../lines/use-highlight.ts';
import type { MapperTrees } from '../picking/mapper-trees.ts';
import type { Picking } from '../picking/picking.ts';
import { WhyEmpty } from './why-empty.tsx';

interface FieldPanelProps {
  readonly trees: MapperTrees;
  readonly picking: Picking;
  readonly highlight: Highlight;
  readonly lines: readonly MapLine[];
  readonly links: LinkIndex;
  readonly ghosts: readonly GhostField[];
  /** Absent if nothing may be edited. */
  readonly onFix: ((fix: MappingFix) => void) | undefined;
  readonly preview: Preview;
  readonly evaluator: MappingEvaluator;
  readonly request: EvaluationRequest;
  readonly isReadOnly: boolean;
  /** An editor for the selected target field. */
  readonly children?: ReactNode;
}

/** The selected field: where its value comes from or goes to, line by line. */
export const FieldPanel = (props: FieldPanelProps) => {
  const { trees, picking, lines, ghosts, preview, evaluator, request, onFix, children } = props;
  const { selected } = picking.state;
  const panel = useRef<HTMLElement>(null);
  const node = selected && trees[selected.side].byId.get(selected.id);
  if (selected === undefined || node === undefined) {
    return (
      <aside aria-label="Selected field" className="h-full overflow-auto bg-raised px-3 py-3 text-muted">
        <p>Select a field to see its lines.</p>
        <Help />
      </aside>
    );
  }
  const { side, id } = selected;
  const own = lines.filter((line) => line.kind !== 'each' && isWithin(line[side], id));
  const ghost = ghosts.find((each) => each.side === side && each.id === id);
  const accept = (broken: GhostField): void => {
    if (broken.rename === undefined) return;
    // The button goes away. If a search hides the row of the other field, the focus stays here.
    panel.current?.focus();
    onFix?.(renameFix(broken.rename));
    picking.select({ side, id: broken.rename.to });
    trees[side].fields.go(broken.rename.to, true);
  };
  const isEmpty = side === 'target' && preview.isCurrent && !hasValue(preview.value, node.path);
  return (
    // What is only for screen readers is placed inside it, and does not make the page longer.
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label="Selected field"
      className="relative flex h-full min-h-0 flex-col gap-2 overflow-auto bg-raised px-3 py-2 -outline-offset-2"
    >
      <header className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 pt-0.5 font-mono text-code font-semibold break-words">{id}</h3>
        <button
          type="button"
          aria-label="Close the field"
          className="grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
          onClick={() => {
            picking.select(undefined);
            trees[side].fields.go(id, true);
          }}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      </header>
      {node.description !== undefined && <p className="text-small text-muted">{node.description}</p>}
      {ghost !== undefined && <GhostNotice ghost={ghost} onAccept={onFix && accept} />}
      {children}
      {isEmpty && <WhyEmpty key={id} {...{ node, evaluator, request }} onGoTo={picking.goTo} />}
      <LineList {...props} field={selected} lines={own} />
    </aside>
  );
};

const keys: readonly (readonly [string, string])[] = [
  ['Enter', 'picks a field up and goes to the other side; there, it draws the line'],
  ['Space', 'selects a field'],
  ['=', 'types a path or a value for a target field'],
  ['E', 'goes to the editor of a target field'],
  ['Delete', 'removes the line'],
  ['Esc', 'cancels'],
];

/** Shown while there is room for it. */
const Help = () => (
  <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-small">
    {keys.map(([key, meaning]) => (
      <div key={key} className="contents">
        <dt className="font-mono">{key}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);
