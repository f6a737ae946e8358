'use client';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { findStep } from '@throughline/core/flow/walk';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-time.ts';
import { JsonView } from '#ui/json-view.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Select } from '#ui/select.tsx';
import { Notice } from '#ui/states.tsx';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { StepStatePill } from '../run-state-pill.tsx';
import { DeliveryList } from './delivery-list.tsx';
import type { RunDetail, StepRunSummary } from './run-detail.ts';
import { StepRetries } from './step-retries.tsx';

interface StepDetailProps {
  readonly run: RunDetail;
  readonly stepId: string;
  readonly onClose: () => void;
}

/** One step of the run; inside a for-each, one of its items at a time. */
export const StepDetail = ({ run, stepId, onClose }: StepDetailProps) => {
  const [chosenPath, setChosenPath] = useState<string>();
  const all = run.steps.filter((step) => step.stepId === stepId);
  const shown = all.find(({ path }) => path === chosenPath) ?? all.find(({ state }) => state === 'failed') ?? all[0];
  const step = run.flow === undefined ? undefined : findStep(run.flow.body, stepId)?.step;
  return (
    <>
      <div className="flex items-start gap-2 border-b border-line px-4 py-2.5">
        <div className="min-w-0 flex-1">
          <h2 className="text-heading font-semibold">{step?.name ?? stepId}</h2>
          <p className="flex flex-wrap items-center gap-2 text-muted">
            <span className="font-mono text-small">{stepId}</span>
            {shown !== undefined && <StepStatePill state={shown.state} />}
            {shown?.durationMs != null && <span>{formatDuration(shown.durationMs)}</span>}
          </p>
        </div>
        <Button size="icon" variant="ghost" aria-label="Back to the whole run" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-4">
        {all.length > 1 && (
          <Select
            aria-label="Item"
            value={shown?.path}
            onChange={setChosenPath}
            options={all.map(({ path, state }) => ({ value: path, label: path, hint: state }))}
          />
        )}
        {shown === undefined ? (
          <p className="text-muted">This step did not run: the flow took another way, or stopped before it.</p>
        ) : (
          <StepRunDetail run={run} step={shown} />
        )}
      </div>
    </>
  );
};

const StepRunDetail = ({ run, step }: { readonly run: RunDetail; readonly step: StepRunSummary }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const payload = useQuery(
    trpc.runs.stepPayload.queryOptions({ environment: environment.key, stepRunId: step.id }, { staleTime: 0 }),
  );
  const deliveries = run.deliveries.filter((delivery) => delivery.step === step.stepId);
  return (
    <>
      {step.errorMessage !== null && (
        <Notice tone="fail">
          <span className="font-mono text-code font-medium">{step.errorCode}</span> {step.errorMessage}
        </Notice>
      )}
      <p className="text-muted">
        Started <RelativeTime at={step.startedAt} />
        {step.attempts > 1 && `, ${step.attempts} attempts`}
      </p>
      {step.retries.length > 0 && <StepRetries retries={step.retries} />}
      {deliveries.length > 0 && <DeliveryList deliveries={deliveries} />}
      <QueryView query={payload}>
        {({ input, output }) => (
          <>
            <Payload title="Input" value={input} />
            <Payload title="Output" value={output} />
          </>
        )}
      </QueryView>
    </>
  );
};

const Payload = ({ title, value }: { readonly title: string; readonly value: unknown }) => (
  <section>
    <h3 className="mb-1 text-caps font-medium text-muted">{title}</h3>
    {value === null || value === undefined ? (
      <p className="text-muted">Nothing.</p>
    ) : (
      <JsonView value={value} label={title} />
    )}
  </section>
);
