'use client';
import { useState } from 'react';
import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { hasValue } from '../coverage.ts';
import { previewText } from '../preview-text.ts';
import type { FieldEditorProps } from './field-editor-props.ts';
import { useAllValues } from './use-all-values.ts';

/** What the field gives: on the chosen sample, on all of them, and in the tests. */
export const FieldFacts = (props: FieldEditorProps) => {
  const { target, preview, fill } = props;
  const [isAll, setIsAll] = useState(false);
  const value = previewText(preview.value, target);
  const total = fill === undefined ? 0 : fill.filled + fill.empty + fill.failed;
  return (
    <div className="flex flex-col gap-1 border-y border-line py-1.5">
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-2 gap-y-0.5">
        <dt className="text-small text-muted">On this sample</dt>
        <dd
          aria-label="Value on this sample"
          className={`min-w-0 truncate font-mono text-code ${preview.isCurrent ? 'text-live' : 'text-muted italic'}`}
        >
          {value ?? 'empty'}
        </dd>
        {preview.result?.status === 'failed' && (
          <dd className="col-span-2 text-small text-failed">The mapping fails here: {preview.result.message}</dd>
        )}
        {fill !== undefined && total > 0 && (
          <>
            <dt className="text-small text-muted">Filled</dt>
            <dd className="tabular-nums">
              in {fill.filled} of {total} samples
              {fill.failed > 0 && <span className="text-failed">, {fill.failed} failed</span>}
            </dd>
          </>
        )}
      </dl>
      <Button variant="ghost" className="self-start" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
        {isAll ? 'Hide the other samples' : 'Values on all samples'}
      </Button>
      {isAll && <AllValues {...props} />}
      <CoveringTests {...props} />
    </div>
  );
};

const AllValues = ({ text, target, samples, request, evaluator }: FieldEditorProps) => {
  const values = useAllValues({ text, samples, valueMaps: request.valueMaps, evaluator, target });
  return (
    <ul aria-label="Values on all samples" className="flex max-h-48 flex-col overflow-auto">
      {values.map(({ id, label, shown }) => (
        <li key={id} className="flex gap-2">
          <span className="min-w-0 flex-1 truncate text-muted">{label}</span>
          <span className={`min-w-0 flex-1 truncate font-mono text-code ${shown.isFailed ? 'text-failed' : ''}`}>
            {shown.text}
          </span>
        </li>
      ))}
    </ul>
  );
};

const CoveringTests = ({ target, tests, outcomes }: FieldEditorProps) => {
  const covering = tests
    .map(({ name, expected }, index) => ({ name, expected, outcome: outcomes.outcomes[index] }))
    .filter(({ expected }) => hasValue(expected, target));
  if (covering.length === 0) return <p className="text-small text-muted">No test expects a value here.</p>;
  return (
    <ul aria-label="Tests that expect a value here" className="flex flex-col">
      {covering.map(({ name, outcome }) => (
        <li key={name} className="flex items-center gap-1.5 text-small">
          <Outcome status={outcome?.status} />
          <span className="truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
};

const Outcome = ({ status }: { readonly status: 'passed' | 'failed' | 'error' | undefined }) => {
  const classes = 'size-3.5 shrink-0';
  if (status === undefined) return <LoaderCircle role="img" aria-label="running" className={classes} />;
  return status === 'passed' ? (
    <CircleCheck role="img" aria-label="passed" className={`${classes} text-live`} />
  ) : (
    <CircleX role="img" aria-label="failed" className={`${classes} text-failed`} />
  );
};
