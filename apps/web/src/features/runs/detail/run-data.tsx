import { JsonView } from '#ui/json-view.tsx';
import type { RunDetail } from './run-detail.ts';

/** The event that started the run, its result, and the ids that support asks for. */
export const RunData = ({ run }: { readonly run: RunDetail }) => (
  <div className="flex flex-col gap-4">
    <section>
      <h3 className="mb-1 text-caps font-medium text-muted">Event</h3>
      <JsonView value={run.trigger} label="event" />
    </section>
    {run.output !== null && (
      <section>
        <h3 className="mb-1 text-caps font-medium text-muted">Result</h3>
        <JsonView value={run.output} label="result" />
      </section>
    )}
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small [&_dd]:font-mono [&_dd]:break-all [&_dt]:text-muted">
      <dt>Run</dt>
      <dd>{run.id}</dd>
      {run.traceId !== null && (
        <>
          <dt>Trace</dt>
          <dd>{run.traceId}</dd>
        </>
      )}
      {run.orderingKey !== null && (
        <>
          <dt>Ordering key</dt>
          <dd>{run.orderingKey}</dd>
        </>
      )}
      {run.workerId !== null && (
        <>
          <dt>Worker</dt>
          <dd>{run.workerId}</dd>
        </>
      )}
    </dl>
  </div>
);
