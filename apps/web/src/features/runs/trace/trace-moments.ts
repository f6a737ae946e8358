import type { Outputs } from '../../workspace/trpc.ts';

export type Trace = Outputs['runs']['trace'];

export type Moment = { readonly at: Date; readonly id: string } & (
  | { readonly kind: 'run'; readonly run: Trace['runs'][number] }
  | { readonly kind: 'run-ended'; readonly run: Trace['runs'][number] }
  | { readonly kind: 'delivery'; readonly delivery: Trace['deliveries'][number] }
  | { readonly kind: 'event'; readonly event: Trace['events'][number] }
  | { readonly kind: 'exception'; readonly exception: Trace['exceptions'][number] }
  | { readonly kind: 'resolved'; readonly exception: Trace['exceptions'][number] }
);

/** Everything in a trace as one time line, newest first. */
export const traceMoments = (trace: Pick<Trace, 'runs' | 'deliveries' | 'events' | 'exceptions'>): readonly Moment[] =>
  [
    ...trace.runs.map((run): Moment => ({ kind: 'run', at: run.createdAt, id: run.id, run })),
    ...trace.runs.flatMap((run): Moment[] =>
      run.finishedAt === null ? [] : [{ kind: 'run-ended', at: run.finishedAt, id: `${run.id}-ended`, run }],
    ),
    ...trace.deliveries.map((delivery): Moment => ({
      kind: 'delivery',
      at: delivery.updatedAt,
      id: delivery.id,
      delivery,
    })),
    ...trace.events.map((event): Moment => ({ kind: 'event', at: event.createdAt, id: event.id, event })),
    ...trace.exceptions.map((exception): Moment => ({
      kind: 'exception',
      at: exception.createdAt,
      id: exception.id,
      exception,
    })),
    ...trace.exceptions.flatMap((exception): Moment[] =>
      exception.resolvedAt === null
        ? []
        : [{ kind: 'resolved', at: exception.resolvedAt, id: `${exception.id}-resolved`, exception }],
    ),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
