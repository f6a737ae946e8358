'use client';
import { Check, X } from 'lucide-react';
import type { Proposal } from '@throughline/core/mapping/auto-map';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { fieldIdOf } from '../field-id.ts';
import type { ArrivingValue, AutoMapAnswer } from './auto-map-work.ts';
import { confidenceText } from './confidence.ts';
import type { ProposalRow } from './proposal-rows.ts';
import { moveByArrow, type RowAction } from './use-next-focus.ts';

interface ProposalListProps {
  readonly rows: readonly ProposalRow[];
  readonly values: AutoMapAnswer['values'];
  readonly onAction: (row: ProposalRow, action: RowAction) => void;
}

/** One line per proposal. The arrow keys move between the buttons of the lines. */
export const ProposalList = ({ rows, values, onAction }: ProposalListProps) => (
  <ul aria-label="Proposals" className="border-t border-line">
    {rows.map((row) => (
      <Line key={row.id} row={row} value={values[fieldIdOf(row.proposal.target)]} onAction={onAction} />
    ))}
  </ul>
);

interface LineProps extends Pick<ProposalListProps, 'onAction'> {
  readonly row: ProposalRow;
  readonly value: ArrivingValue | undefined;
}

const Line = ({ row, value, onAction }: LineProps) => {
  const { proposal, around, id } = row;
  const { target, reasons, confidence } = proposal;
  const inner = target.slice(around.at(-1)?.target.length ?? 0).join('.');
  const said = `${target.join('.')} from ${proposal.source.join('.')}`;
  return (
    <li
      data-proposal={id}
      className={classNames(
        'flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-1.5 hover:bg-hover',
        indents[Math.min(around.length, indents.length - 1)],
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-mono text-code wrap-anywhere">
          <span className="font-medium">{inner}</span> <span className="text-muted">←</span> {sourceText(proposal)}
        </p>
        <p className="text-small text-muted">{reasons.join(' ')}</p>
      </div>
      <div className="flex min-w-0 flex-1 basis-56 flex-wrap items-center justify-end gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-24 text-small wrap-anywhere">
          {value !== undefined && <Arriving value={value} />}
        </span>
        <span
          className={classNames('shrink-0 text-small tabular-nums', confidence >= 0.6 ? 'text-text' : 'text-muted')}
        >
          {confidenceText(confidence)}
        </span>
        <span className="flex shrink-0 gap-1 pr-1">
          <Button
            data-action="accept"
            size="icon"
            aria-label={`Accept ${said}`}
            title="Accept"
            icon={<Check aria-hidden />}
            onKeyDown={moveByArrow}
            onClick={() => onAction(row, 'accept')}
          />
          <Button
            data-action="reject"
            variant="ghost"
            size="icon"
            aria-label={`Reject ${said}`}
            title="Reject"
            icon={<X aria-hidden />}
            onKeyDown={moveByArrow}
            onClick={() => onAction(row, 'reject')}
          />
        </span>
      </div>
    </li>
  );
};

const indents = ['pl-1', 'pl-5', 'pl-9', 'pl-13'] as const;

function sourceText(proposal: Proposal): string {
  if (proposal.kind === 'field') return proposal.expression;
  return proposal.isPerItem ? `each of ${proposal.source.join('.')}` : 'one item';
}

/** What the field would hold for the chosen sample. */
const Arriving = ({ value }: { readonly value: ArrivingValue }) => {
  switch (value.kind) {
    case 'value':
      return <span>{value.text}</span>;
    case 'nothing':
      return <span className="text-muted">empty on this sample</span>;
    case 'error':
      return <span className="text-review">{value.message}</span>;
  }
};
