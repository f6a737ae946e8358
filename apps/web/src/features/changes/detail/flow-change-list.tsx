import { CircleDot, CircleMinus, CirclePlus, MoveVertical } from 'lucide-react';
import type { FlowChange } from '@throughline/core/flow/diff';
import { classNames } from '#ui/class-names.ts';

interface FlowChangeListProps {
  readonly changes: readonly FlowChange[];
  /** The flow has no earlier version, so every step is added: saying so once is enough. */
  readonly isNew: boolean;
  readonly selected: string | undefined;
  readonly onSelect: (stepId: string) => void;
}

/** Differences between two states of a flow in words; choosing one shows its step in the drawings. */
export const FlowChangeList = ({ changes, isNew, selected, onSelect }: FlowChangeListProps) => {
  if (isNew) return <p className="text-muted">A new flow: there is nothing to compare it with.</p>;
  if (changes.length === 0) return <p className="text-muted">Nothing changed in this flow.</p>;
  return (
    <ol aria-label="Changes of the flow" className="flex max-h-72 flex-col overflow-auto rounded-md border border-line">
      {changes.map((change) => (
        <li key={keyOf(change)} className="border-b border-line last:border-b-0">
          {change.kind === 'flow-changed' ? (
            <div className="flex items-start gap-2.5 px-3 py-1.5">
              <ChangeText change={change} />
            </div>
          ) : (
            <button
              type="button"
              aria-pressed={selected === change.stepId}
              onClick={() => onSelect(change.stepId)}
              className={classNames(
                'flex w-full items-start gap-2.5 px-3 py-1.5 text-left hover:bg-hover',
                selected === change.stepId && 'bg-accent-soft',
              )}
            >
              <ChangeText change={change} />
            </button>
          )}
        </li>
      ))}
    </ol>
  );
};

const icons: Record<FlowChange['kind'], React.ReactNode> = {
  added: <CirclePlus aria-label="Added" className="mt-0.5 size-4 shrink-0 text-live" />,
  removed: <CircleMinus aria-label="Removed" className="mt-0.5 size-4 shrink-0 text-failed" />,
  moved: <MoveVertical aria-label="Moved" className="mt-0.5 size-4 shrink-0 text-waiting" />,
  changed: <CircleDot aria-label="Changed" className="mt-0.5 size-4 shrink-0 text-review" />,
  'flow-changed': <CircleDot aria-label="Changed" className="mt-0.5 size-4 shrink-0 text-review" />,
};

const ChangeText = ({ change }: { readonly change: FlowChange }) => (
  <>
    {icons[change.kind]}
    <span className="min-w-0 flex-1">
      <span className="font-medium">{change.kind === 'flow-changed' ? 'Flow' : change.name}</span>{' '}
      {(change.kind === 'added' || change.kind === 'removed' || change.kind === 'moved') && (
        <span className="text-muted">{change.kind}</span>
      )}
      {(change.kind === 'changed' || change.kind === 'flow-changed') && (
        <>
          <span className="font-mono text-small text-muted">{placeOf(change.pointer)}</span>
          <span className="block font-mono text-small break-words">
            {change.before !== undefined && <s className="mr-1.5 text-failed">{textOf(change.before)}</s>}
            {change.after !== undefined && <span className="text-live">{textOf(change.after)}</span>}
          </span>
        </>
      )}
    </span>
  </>
);

const longest = 300;

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** `/body/2/bodies/each/0/config/rules/1/assert` within its step is `config › rules › 2 › assert`. */
const placeOf = (pointer: string): string =>
  pointer
    .replace(/^(\/body\/\d+(\/bodies\/[^/]+\/\d+)*)?\//, '')
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(' › ');

const keyOf = (change: FlowChange): string => {
  switch (change.kind) {
    case 'added':
    case 'removed':
    case 'moved':
      return `${change.kind}:${change.stepId}`;
    case 'changed':
    case 'flow-changed':
      return `${change.kind}:${change.pointer}`;
  }
};
