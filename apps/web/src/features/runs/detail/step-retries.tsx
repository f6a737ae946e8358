import type { StepRetry } from '@throughline/core/db/schema/run';
import { formatDuration } from '#ui/format-time.ts';

/** Failed attempts, each with its class and the wait after it. */
export const StepRetries = ({ retries }: { readonly retries: readonly StepRetry[] }) => (
  <section>
    <h3 className="mb-1 text-caps font-medium text-muted">Failed attempts</h3>
    <ol className="flex flex-col gap-1.5">
      {retries.map((retry, index) => (
        <li key={retry.at} className="flex gap-2 rounded-md border border-line px-2.5 py-1.5">
          <span className="text-muted">{index + 1}</span>
          <span className="min-w-0 flex-1">
            <span className="font-mono text-code text-review">{retry.class}</span> {retry.message}
          </span>
          <span className="shrink-0 text-small text-muted">waited {formatDuration(retry.waitMs)}</span>
        </li>
      ))}
    </ol>
  </section>
);
