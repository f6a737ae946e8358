import { ROOT_CONTEXT, SpanStatusCode, trace, TraceFlags, type Attributes } from '@opentelemetry/api';
import type { RunContext } from './run-context.ts';

/** What a span tells about its run. */
type TracedRun = Pick<RunContext, 'traceId' | 'runId' | 'facts' | 'workflowId'>;

/**
 * Opens a span in the trace of a run. The trace's id was fixed when the run was accepted, so the work of another worker
 * after a takeover, and of a replay, stands in the same trace. Without an exporter this costs nothing.
 */
export function inRunSpan<Result>(
  run: TracedRun,
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  const { facts, runId, traceId } = run;
  // The end of the run's id stands in for the span that accepted the run, which is the parent of all its spans.
  const spanId = runId.replaceAll('-', '').slice(-16);
  const parent = trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
  const options = {
    attributes: {
      'throughline.run.id': runId,
      'throughline.flow.key': facts.key,
      'throughline.flow.version': facts.version ?? 0,
      'throughline.environment': facts.environment,
      'throughline.business_key': facts.businessKey ?? '',
      ...attributes,
    },
  };
  return trace.getTracer('throughline').startActiveSpan(name, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
