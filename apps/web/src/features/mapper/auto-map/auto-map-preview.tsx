'use client';
import { useState } from 'react';
import { CheckCheck, WandSparkles } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#ui/states.tsx';
import type { AutoMapProps } from './auto-map-props.ts';
import type { AutoMapAnswer } from './auto-map-work.ts';
import { confidenceLevels, defaultLevel } from './confidence.ts';
import { ProposalList } from './proposal-list.tsx';
import { fieldsOf, neighbourOf, rowsWithin, type ProposalRow } from './proposal-rows.ts';
import { useAcceptance } from './use-acceptance.ts';
import { useNextFocus, type RowAction } from './use-next-focus.ts';
import { useProposals } from './use-proposals.ts';
import { whyNothing } from './why-nothing.ts';

export interface AutoMapPreviewProps extends AutoMapProps {
  readonly rejected: ReadonlySet<string>;
  readonly onReject: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The proposals, to be accepted one by one or together. */
export const AutoMapPreview = (props: AutoMapPreviewProps) => {
  const { answer, failure } = useProposals(props);
  if (failure !== undefined)
    return <ErrorState message={failure} action={<Button onClick={props.onClose}>Close</Button>} />;
  return answer === undefined ? <LoadingRows rows={6} /> : <Answer {...props} answer={answer} />;
};

const Answer = (props: AutoMapPreviewProps & { readonly answer: AutoMapAnswer }) => {
  const { answer, document, samples, actions, rejected, onReject } = props;
  const [level, setLevel] = useState(defaultLevel);
  const { container, focusNext } = useNextFocus();
  const { rowsFrom, accept, reject, done } = useAcceptance({
    answer,
    text: document.text,
    actions,
    rejected,
    onReject,
  });
  const rows = rowsFrom(confidenceLevels.find(({ value }) => value === level)?.from ?? 0);
  const onAction = (row: ProposalRow, action: RowAction): void => {
    const all = rowsWithin(rows, row);
    focusNext(neighbourOf(rows, all)?.id, action);
    if (action === 'accept') accept(all);
    else reject(rows, row);
  };
  const acceptAll = (): void => {
    focusNext(undefined, 'accept');
    accept(rows);
  };
  const segments = confidenceLevels.map(({ value, label, from }) => {
    return { value, label, count: fieldsOf(rowsFrom(from)).length };
  });
  return (
    <div ref={container} className="flex flex-col gap-2 pb-1">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented label="Confidence" value={level} onChange={setLevel} segments={segments} />
        <p role="status" className="min-w-0 flex-1 basis-40 text-small text-muted">
          {done === '' ? `The values are those of the sample “${samples.chosen.label}”.` : done}
        </p>
        {rows.length > 0 && <AcceptAll count={fieldsOf(rows).length} onClick={acceptAll} />}
      </div>
      {rows.length > 0 ? (
        <ProposalList rows={rows} values={answer.values} onAction={onAction} />
      ) : (
        <Nothing {...props} lessCertainCount={fieldsOf(rowsFrom(0)).length} />
      )}
    </div>
  );
};

const AcceptAll = ({ count, onClick }: { readonly count: number; readonly onClick: () => void }) => (
  <Button variant="primary" icon={<CheckCheck aria-hidden />} onClick={onClick}>
    {count === 1 ? 'Accept it' : `Accept all ${count}`}
  </Button>
);

type NothingProps = Pick<AutoMapPreviewProps, 'shapes' | 'coverage' | 'rejected' | 'onClose'> & {
  readonly answer: AutoMapAnswer;
  readonly lessCertainCount: number;
};

const Nothing = ({ answer, shapes, coverage, rejected, lessCertainCount, onClose }: NothingProps) => {
  const why = whyNothing({
    hasPlace: answer.hasPlace,
    sourceCount: shapes.sourceFields.length,
    targetCount: coverage.total,
    openCount: coverage.total - coverage.mapped,
    rejectedCount: rejected.size,
    lessCertainCount,
  });
  return (
    <EmptyState
      icon={<WandSparkles aria-hidden />}
      title="Nothing more to propose"
      action={<Button onClick={onClose}>Close</Button>}
    >
      {why}
    </EmptyState>
  );
};
