'use client';
import { useState } from 'react';
import { differences, type Difference } from '@throughline/core/mapping/differences';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import type { Autosave } from './use-autosave.ts';

interface ConflictDialogProps<Document> {
  readonly autosave: Autosave<Document>;
  readonly mine: Document;
  /** Reads their document; undefined if it cannot be shown. */
  readonly read: (document: unknown) => Document | undefined;
  readonly onTakeTheirs: (theirs: Document) => void;
}

/**
 * Somebody else saved first. This shows who, when and the differences, and offers a choice. Both states stay in the
 * draft's history.
 */
export const ConflictDialog = <Document,>({ autosave, mine, read, onTakeTheirs }: ConflictDialogProps<Document>) => {
  const { state, saver } = autosave;
  const [isBusy, setIsBusy] = useState(false);
  if (state.kind !== 'conflict') return null;
  const { theirs } = state;
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
      title={theirs === null ? 'This draft is gone' : `${theirs.savedByName ?? 'Somebody'} saved this draft first`}
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
              Take theirs
            </Button>
          )}
          <Button variant="primary" isBusy={isBusy} onClick={() => void keepMine()}>
            Keep mine as a new revision
          </Button>
        </>
      }
    >
      {theirs !== null && <Comparison mine={mine} theirs={theirs.document} name={theirs.savedByName ?? 'theirs'} />}
    </Dialog>
  );
};

const mostShown = 200;

const Comparison = ({
  mine,
  theirs,
  name,
}: {
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly name: string;
}) => {
  const found = differences(theirs, mine);
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
            Mine
          </th>
        </tr>
      </thead>
      <tbody>
        {found.slice(0, mostShown).map((difference) => (
          <DifferenceRow key={difference.pointer} difference={difference} />
        ))}
      </tbody>
    </table>
  );
};

const DifferenceRow = ({ difference: { pointer, expected, actual } }: { readonly difference: Difference }) => (
  <tr className="border-b border-line align-top font-mono text-code">
    <td className="py-1 pr-2 break-words text-muted">{pointer === '' ? 'whole document' : pointer}</td>
    <td className="py-1 pr-2 break-words whitespace-pre-wrap">{shown(expected)}</td>
    <td className="py-1 break-words whitespace-pre-wrap">{shown(actual)}</td>
  </tr>
);

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
};
