'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { countText } from '#ui/count-text.ts';
import type { ChangeDetail } from '../change-detail.ts';
import { anchorParameters, anchorText } from './anchor-words.ts';
import { isAnchorGone } from './is-anchor-gone.ts';
import { ThreadView, type Thread } from './thread-view.tsx';

/** All discussions of places in the documents: open ones first, each with a link to its place. */
export const ThreadList = ({ change }: { readonly change: ChangeDetail }) => {
  const { threads } = change;
  if (threads.length === 0) return null;
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <section aria-label="On fields, steps and rows" className="flex flex-col gap-2">
      <h3 className="text-caps font-medium text-muted">On fields, steps and rows</h3>
      {open.map((thread) => (
        <PlacedThread key={thread.id} change={change} thread={thread} />
      ))}
      {resolved.length > 0 && (
        <details>
          <summary className="cursor-pointer text-muted">{countText(resolved.length, 'resolved discussion')}</summary>
          <div className="flex flex-col gap-2 pt-2">
            {resolved.map((thread) => (
              <PlacedThread key={thread.id} change={change} thread={thread} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
};

const PlacedThread = ({ change, thread }: { readonly change: ChangeDetail; readonly thread: Thread }) => {
  const path = usePathname();
  const item = change.items.find(({ definitionId }) => definitionId === thread.definitionId);
  const isGone = item === undefined || isAnchorGone(thread, item);
  const name = `${item?.name ?? 'A document that was taken out'}, ${anchorText(thread)}`;
  return (
    <ThreadView
      thread={thread}
      heading={
        <p className="wrap-anywhere">
          {isGone ? (
            <>
              <span className="font-medium">{name}</span>
              <span className="block text-small text-muted">
                {item === undefined ? 'It is not in this change any more.' : `This ${thread.anchorKind} is gone.`}
              </span>
            </>
          ) : (
            <Link
              href={`${path}?${anchorParameters(thread, item)}`}
              scroll={false}
              className="font-medium hover:underline"
            >
              {name}
            </Link>
          )}
        </p>
      }
    />
  );
};
