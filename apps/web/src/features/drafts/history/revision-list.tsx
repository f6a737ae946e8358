import { classNames } from '#ui/class-names.ts';
import { Button } from '#ui/button.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { revisionSessions, type Revision, type RevisionSession } from './revision-sessions.ts';

interface RevisionListProps {
  readonly revisions: readonly Revision[];
  readonly current: number | null;
  readonly chosen: number | undefined;
  readonly onChoose: (revision: number) => void;
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** Saved states grouped by session: the last one of each is shown, and earlier ones are folded below. */
export const RevisionList = ({ revisions, current, chosen, onChoose, onMore, isLoadingMore }: RevisionListProps) => (
  <div className="max-h-[26rem] overflow-y-auto rounded-md border border-line md:h-[26rem]">
    {revisions.length === 0 && <p className="px-3 py-6 text-center text-muted">Nothing was saved yet.</p>}
    <ol aria-label="Revisions" className="divide-y divide-line">
      {revisionSessions(revisions).map((session) => (
        <li key={session[0].revision}>
          <Session session={session} current={current} chosen={chosen} onChoose={onChoose} />
        </li>
      ))}
    </ol>
    {onMore !== undefined && (
      <div className="p-2 text-center">
        <Button variant="ghost" isBusy={isLoadingMore} onClick={onMore}>
          Older
        </Button>
      </div>
    )}
  </div>
);

interface SessionProps extends Pick<RevisionListProps, 'current' | 'chosen' | 'onChoose'> {
  readonly session: RevisionSession;
}

const Session = ({ session: [last, ...earlier], current, chosen, onChoose }: SessionProps) => (
  <>
    <Entry
      revision={last}
      isCurrent={last.revision === current}
      isChosen={last.revision === chosen}
      onChoose={onChoose}
    />
    {earlier.length > 0 && (
      <details className="pb-1">
        <summary className="min-h-6 cursor-pointer px-3 py-1 text-small text-muted hover:text-text">
          {earlier.length === 1 ? 'one save' : `${earlier.length} saves`} before it
        </summary>
        <ol>
          {earlier.map((each) => (
            <li key={each.revision}>
              <Entry revision={each} isCurrent={false} isChosen={each.revision === chosen} onChoose={onChoose} />
            </li>
          ))}
        </ol>
      </details>
    )}
  </>
);

interface EntryProps {
  readonly revision: Revision;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (revision: number) => void;
}

const Entry = ({ revision: { revision, savedByName, savedAt }, isCurrent, isChosen, onChoose }: EntryProps) => (
  <button
    type="button"
    aria-pressed={isChosen}
    onClick={() => onChoose(revision)}
    className={classNames(
      'flex w-full items-baseline gap-2 px-3 py-1.5 text-left transition-colors',
      isChosen ? 'bg-accent-soft' : 'hover:bg-hover',
    )}
  >
    <span className="w-8 shrink-0 font-mono text-code text-muted">r{revision}</span>
    <span className="min-w-0 flex-1">
      <span className="block truncate">{savedByName ?? 'a former member'}</span>
      <span className="text-small">
        <RelativeTime at={savedAt} />
      </span>
    </span>
    {isCurrent && <span className="text-small text-muted">current</span>}
  </button>
);
