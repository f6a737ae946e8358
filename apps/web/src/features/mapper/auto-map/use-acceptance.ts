'use client';
import { useState } from 'react';
import { applyProposals } from '@throughline/core/mapping/auto-map';
import type { MapperActions } from '../use-mapper.ts';
import { acceptedProposals, proposalRows, rowsWithin, type ProposalRow } from './proposal-rows.ts';
import type { Proposals } from './use-proposals.ts';

interface AcceptanceInput extends Pick<Proposals, 'answer'> {
  readonly text: string;
  readonly actions: Pick<MapperActions, 'edit'>;
  readonly rejected: ReadonlySet<string>;
  readonly onReject: (ids: readonly string[]) => void;
}

interface Acceptance {
  /** The lines of at least some confidence that are neither accepted nor rejected. */
  readonly rowsFrom: (confidence: number) => readonly ProposalRow[];
  readonly accept: (rows: readonly ProposalRow[]) => void;
  readonly reject: (rows: readonly ProposalRow[], row: ProposalRow) => void;
  /** What was done last, as a sentence. */
  readonly done: string;
}

const none: ReadonlySet<string> = new Set();

/** Accepts proposals, each time as one edit of the text, and rejects them. */
export const useAcceptance = ({ answer, text, actions, rejected, onReject }: AcceptanceInput): Acceptance => {
  const [done, setDone] = useState('');
  const [accepted, setAccepted] = useState(none);
  // What was accepted is left out until the answer for the new text is there, which knows it.
  const gone = answer?.text === text ? none : accepted;
  const hidden = new Set([...rejected, ...gone]);
  return {
    done,
    rowsFrom: (confidence) => proposalRows(answer?.proposals ?? [], confidence, hidden),
    accept: (rows) => {
      const { edits, written } = applyProposals(text, acceptedProposals(rows));
      if (written.length === 0) return setDone('The text has no place for it. Write it by hand.');
      actions.edit(text, edits);
      setAccepted(new Set([...gone, ...rows.map(({ id }) => id)]));
      setDone(`${written.length === 1 ? 'One field is' : `${written.length} fields are`} in the text now.`);
    },
    reject: (rows, row) => {
      onReject(rowsWithin(rows, row).map(({ id }) => id));
      setDone(`${row.proposal.target.join('.')} is not proposed again while the mapping is open.`);
    },
  };
};
