'use client';
import { useState } from 'react';
import { diffValues, type ValueChange } from '@throughline/core/flow/diff-values';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { isStep, placeLabel } from './place-label.ts';
import type { Autosave } from './use-autosave.ts';

interface ConflictDialogProps<Document> {
  readonly autosave: Autosave<Document>;
  readonly mine: Document;
  /** Reads their document; undefined if it cannot be shown. */
  readonly read: (document: unknown) => Document | undefined;
  readonly onTakeTheirs: (theirs: Document) => void;
}

/**
 * Somebody else, or the same person in another tab, saved first. This shows who, when and the differences, and offers a choice. Both states stay in the
 * draft's history.
 */
export const ConflictDialog = <Document,>({ autosave, mine, read, onTakeTheirs }: ConflictDialogProps<Document>) => {
  const { state, saver } = autosave;
  const [isBusy, setIsBusy] = useState(false);
  const { person } = useWorkspace();
  if (state.kind !== 'conflict') return null;
  const { theirs } = state;
  const isOwn = theirs?.savedBy === person.id;
  const name = isOwn ? 'Your other tab' : (theirs?.savedByName ?? 'Somebody');
  const theirDocument = theirs === null ? undefined : read(theirs.document);
  const keepMine = async () => {
    setIsBusy(true);
    await saver.keepMine();
    setIsBusy(false);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={() => undefined}
      size="large"
      title={titleOf(theirs === null, isOwn, name)}
      description={
        theirs === null ? (
          'It was discarded or published while you were editing. Nothing of yours is lost: keep it as a new draft.'
        ) : (
          <>
            Revision {theirs.revision}, <RelativeTime at={theirs.savedAt} />. Nothing is lost: whichever you choose, the
            other state stays in the draft's history.
          </>
        )
      }
      footer={
        <>
          {theirDocument !== undefined && (
            <Button
              onClick={() => {
                saver.takeTheirs(theirDocument);
                onTakeTheirs(theirDocument);
              }}
            >
              {isOwn ? 'Take the other tab’s' : 'Take theirs'}
            </Button>
          )}
          <Button variant="primary" isBusy={isBusy} onClick={() => void keepMine()}>
            {isOwn ? 'Keep this tab’s as a new revision' : 'Keep mine as a new revision'}
          </Button>
        </>
      }
    >
      {theirs !== null && (
        <Comparison mine={mine} theirs={theirs.document} name={name} mineIs={isOwn ? 'This tab' : 'Mine'} />
      )}
    </Dialog>
  );
};

const titleOf = (isGone: boolean, isOwn: boolean, name: string): string => {
  if (isGone) return 'This draft is gone';
  return isOwn ? 'You saved this draft in another tab' : `${name} saved this draft first`;
};

const mostShown = 200;

const Comparison = ({
  mine,
  theirs,
  name,
  mineIs,
}: {
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly name: string;
  readonly mineIs: string;
}) => {
  const found = diffValues(theirs, mine);
  if (found.length === 0) return <p className="text-muted">Both states are equal.</p>;
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="pb-1 text-left text-small text-muted">
        {found.length} {found.length === 1 ? 'difference' : 'differences'}
      </caption>
      <thead>
        <tr className="border-b border-line text-caps text-muted">
          <th scope="col" className="w-1/4 py-1 font-medium">
            Place
          </th>
          <th scope="col" className="py-1 font-medium">
            {name}
          </th>
          <th scope="col" className="py-1 font-medium">
            {mineIs}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.slice(0, mostShown).map((change, index) => (
          // Something that was removed may have had the place of something that was added.
          <ChangeRow
            key={index}
            change={change}
            place={placeLabel('after' in change ? mine : theirs, change.pointer)}
          />
        ))}
      </tbody>
    </table>
  );
};

const ChangeRow = ({ change, place }: { readonly change: ValueChange; readonly place: string }) => (
  <tr className="border-b border-line align-top font-mono text-code">
    <th scope="row" className="py-1 pr-2 text-left font-sans text-body font-normal break-words text-muted">
      {place}
    </th>
    <td className="py-1 pr-2 break-words whitespace-pre-wrap">{shown(change.before)}</td>
    <td className="py-1 break-words whitespace-pre-wrap">{shown(change.after)}</td>
  </tr>
);

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (isStep(value)) return `the step “${value.name}”`;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
};
