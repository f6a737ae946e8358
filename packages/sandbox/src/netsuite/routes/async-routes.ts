import { noSuchInstance } from '../errors.ts';
import { selfLink } from '../records/render-record.ts';
import type { AsyncJob } from './batch-routes.ts';
import { JOBS } from './batch-routes.ts';
import type { NetSuiteApp, NetSuiteRequest, RouteContext } from './request-context.ts';
import { REST, originOf } from './request-context.ts';

const JOB = `${REST}/async/v1/job/:jobId`;

/** Answers for asynchronous work. The stand-in does the work at once, so a job is always complete and has one task. */
export function asyncRoutes(app: NetSuiteApp, { system }: RouteContext): void {
  const jobOf = (c: NetSuiteRequest): AsyncJob => {
    const job = system.state.collection<AsyncJob>(JOBS).get(c.req.param('jobId') ?? '');
    const taskId = c.req.param('taskId');
    if (job === undefined || (taskId !== undefined && taskId !== '1')) throw noSuchInstance();
    return job;
  };
  const url = (c: NetSuiteRequest, job: AsyncJob): string => `${originOf(c)}${REST}/async/v1/job/${job.id}`;
  app.get(JOB, (c) => {
    const job = jobOf(c);
    const self = url(c, job);
    const task = { links: selfLink(`${self}/task`) };
    return c.json({ links: selfLink(self), completed: true, id: job.id, progress: 'succeeded', task });
  });
  app.get(`${JOB}/task`, (c) => {
    const self = `${url(c, jobOf(c))}/task`;
    const items = [{ links: selfLink(`${self}/1`), id: '1' }];
    return c.json({ links: selfLink(self), count: 1, hasMore: false, items, offset: 0, totalResults: 1 });
  });
  app.get(`${JOB}/task/:taskId`, (c) => {
    const job = jobOf(c);
    const self = `${url(c, job)}/task/1`;
    return c.json({
      links: selfLink(self),
      completed: true,
      id: '1',
      progress: 'succeeded',
      startTime: job.startedAt,
      endTime: job.startedAt,
      result: { links: selfLink(`${self}/result`) },
    });
  });
  app.get(`${JOB}/task/:taskId/result`, (c) => taskResult(c, jobOf(c)));
}

/**
 * For one record, this is what the synchronous call would have answered. For a batch, it is the outcome of every record
 * in order.
 */
function taskResult(c: NetSuiteRequest, job: AsyncJob): Response {
  const [single] = job.outcomes;
  const absolute = (path: string): string => `${originOf(c)}${path}`;
  if (!job.isBatch && single !== undefined) {
    if (single.error !== undefined) return Response.json(single.error, { status: single.status });
    return c.body(null, 204, single.location === undefined ? {} : { Location: absolute(single.location) });
  }
  const items = job.outcomes.map(({ status, location, error }, index) => ({
    index,
    status,
    ...(location === undefined ? {} : { location: absolute(location) }),
    ...error,
  }));
  return c.json({ links: selfLink(c.req.url), count: items.length, hasMore: false, items, totalResults: items.length });
}
