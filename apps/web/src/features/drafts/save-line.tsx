'use client';
import { useContext } from 'react';
import Link from 'next/link';
import { CloudOff } from 'lucide-react';
import { errorText, isUnreachable } from '#features/workspace/error-text.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Button } from '#ui/button.tsx';
import { Pill } from '#ui/pill.tsx';
import { TimeZoneContext } from '#ui/relative-time.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import type { SaveState } from './autosaver.ts';
import { DraftMenu } from './draft-menu.tsx';
import { isOlderLive } from './is-older-live.ts';
import { useSaveStatus, type Autosave } from './use-autosave.ts';

interface SaveLineProps<Document> {
  readonly opened: OpenedDefinition;
  readonly autosave: Autosave<Document>;
  readonly isReadOnly: boolean;
}

/** Shows what is live, what is saved and the state of the draft: `v7 live · draft saved 12:04`. */
export const SaveLine = <Document,>({ opened, autosave, isReadOnly }: SaveLineProps<Document>) => {
  const { live, latestVersion, change } = opened;
  const { environment, pathTo } = useWorkspace();
  const { revision } = useSaveStatus(autosave);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-muted">
      {live === null ? (
        <Pill tone="draft">{latestVersion === null ? 'never published' : `not live in ${environment.name}`}</Pill>
      ) : (
        <Pill tone="live">v{live.versionNumber} live</Pill>
      )}
      {isOlderLive(opened) && revision === null && (
        <Tooltip
          text={`The text below is that of version ${latestVersion?.number}, the newest one. It is not live here.`}
        >
          <Pill tone="review">text of v{latestVersion?.number}</Pill>
        </Tooltip>
      )}
      {change !== null && (
        <Link href={pathTo('changes', String(change.number))} className="rounded-full">
          <Pill tone="review">
            {change.state === 'open' ? 'in' : 'in review:'} change {change.number}
          </Pill>
        </Link>
      )}
      {isReadOnly && <Pill tone="skipped">read only</Pill>}
      <span role="status" aria-live="polite" className="flex items-center gap-2">
        <SavedText autosave={autosave} />
      </span>
      <DraftMenu opened={opened} autosave={autosave} />
    </div>
  );
};

const SavedText = <Document,>({ autosave }: { readonly autosave: Autosave<Document> }) => {
  const timeZone = useContext(TimeZoneContext);
  const { person } = useWorkspace();
  const { saver } = autosave;
  const { state, savedAt, revision } = useSaveStatus(autosave);
  switch (state.kind) {
    case 'unsaved':
      return 'draft not saved yet';
    case 'saving':
      return 'saving…';
    case 'failed':
      return (
        <>
          <CloudOff aria-hidden className="size-4 text-review" />
          <span className="font-medium text-review">{failureText(state)}</span>
          <Button isBusy={state.isRetrying} onClick={() => void saver.flush()}>
            Try again
          </Button>
        </>
      );
    case 'conflict':
      return (
        <span className="font-medium text-failed">
          not saved:{' '}
          {state.theirs?.savedBy === person.id ? 'you saved it first, in another tab' : 'somebody else saved first'}
        </span>
      );
    case 'saved':
      if (revision === null || savedAt === null) return 'no draft';
      return `draft saved ${timeOfDay(savedAt, timeZone)}`;
  }
};

/** What is not saved, why, and where it is meanwhile. */
const failureText = ({ error, isKept }: Extract<SaveState, { kind: 'failed' }>): string => {
  const why = isUnreachable(error) ? 'Not saved: no connection.' : `Not saved: ${errorText(error)}`;
  return isKept
    ? `${why} Your changes are kept in this browser.`
    : `${why} This browser has no room to keep your changes: leave this tab open.`;
};

/** `12:04` today, `22 Nov, 12:04` on other days. */
const timeOfDay = (at: Date, timeZone: string): string => {
  const day = (date: Date) => date.toLocaleDateString('en-CA', { timeZone });
  const isToday = day(at) === day(new Date());
  return at.toLocaleString('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
  });
};
