import { useMutation } from '@tanstack/react-query';
import { ArrowUpRight, X } from 'lucide-react';
import Link from 'next/link';
import { classNames } from '#ui/class-names.ts';
import { definitionPath } from '../../definitions/definition-path.ts';
import { KindIcon } from '../../definitions/kind-icon.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ChangeDetail, ChangeItem } from './change-detail.ts';
import { useChangeDeed } from './use-change-deed.ts';

interface ItemTabsProps {
  readonly change: ChangeDetail;
  readonly selected: ChangeItem;
  readonly onSelect: (item: ChangeItem) => void;
}

/** The documents of a change, one open at a time. */
export const ItemTabs = ({ change, selected, onSelect }: ItemTabsProps) => {
  const trpc = useTRPC();
  const { can, pathTo } = useWorkspace();
  const remove = useMutation(
    trpc.changes.removeDrafts.mutationOptions(useChangeDeed('The draft is out of the change')),
  );
  const mayRemove = change.state === 'open' && can('analyst');
  return (
    <div className="flex items-center gap-1 overflow-x-auto border-b border-line p-1.5">
      {change.items.map((item) => (
        <button
          key={item.id}
          type="button"
          aria-pressed={item.id === selected.id}
          onClick={() => onSelect(item)}
          className={classNames(
            'flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 transition-colors',
            item.id === selected.id ? 'bg-accent-soft font-medium text-accent-strong' : 'hover:bg-hover',
          )}
        >
          <KindIcon kind={item.kind} />
          <span className="max-w-72 truncate" title={item.name}>
            {item.name}
          </span>
          <span className="text-small font-normal text-muted">
            {item.baseVersionNumber === null ? 'new' : `v${item.baseVersionNumber} → v${item.baseVersionNumber + 1}`}
          </span>
        </button>
      ))}
      <span className="flex-1" />
      {mayRemove && (
        <button
          type="button"
          aria-label={`Remove ${selected.name} from this change`}
          title="Remove from this change"
          onClick={() => remove.mutate({ changeId: change.id, definitionIds: [selected.definitionId] })}
          className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-failed"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
      <Link
        href={pathTo(...definitionPath(selected.kind, selected.key))}
        aria-label={`Open ${selected.name}`}
        title="Open"
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-text"
      >
        <ArrowUpRight aria-hidden className="size-4" />
      </Link>
    </div>
  );
};
