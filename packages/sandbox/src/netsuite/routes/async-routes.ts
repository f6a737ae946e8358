import { noSuchInstance } from '../errors.ts';
import { selfLink } from '../records/render-record.ts';
import { JOBS } from './async-requests.ts';
import type { AsyncJob, AsyncTask } from './async-requests.ts';
import type { NetSuiteApp, NetSuiteRequest, RouteContext } from './request-context.ts';
import { REST, originOf } from './request-context.ts';

const JOB = `${REST}/async/v1/job/:jobId`;

/** Answers for asynchronous work. The stand-in does the work at once, so a job is always complete. */
export function asyncRoutes(app: NetSuiteApp, { system }: RouteContext): void {
  const jobOf = (c: NetSuiteRequest): AsyncJob => {
    const job = system.state.collection<AsyncJob>(JOBS).get(c.req.param('jobId') ?? '');
    if (job === undefined) throw noSuchInstance();
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
    const job = jobOf(c);
    const self = `${url(c, job)}/task`;
    const items = job.tasks.map((_task, index) => ({ links: selfLink(`${self}/${index + 1}`), id: String(index + 1) }));
    const count = items.length;
    return c.json({ links: selfLink(self), count, hasMore: false, items, offset: 0, totalResults: count });
  });
  app.get(`${JOB}/task/:taskId`, (c) => {
    const job = jobOf(c);
    const { status } = taskOf(c, job);
    const id = c.req.param('taskId');
    const self = `${url(c, job)}/task/${id}`;
    return c.json({
      links: [{ rel: 'related', href: `${self}/result` }, ...selfLink(self)],
      completed: true,
      id,
      progress: status < 400 ? 'succeeded' : 'failed',
      startTime: job.startedAt,
      endTime: job.startedAt,
    });
  });
  app.get(`${JOB}/task/:taskId/result`, (c) => {
    const { status, contentType, location, body } = taskOf(c, jobOf(c));
    const headers = new Headers();
    if (contentType !== null) headers.set('Content-Type', contentType);
    if (location !== null) headers.set('Location', `${originOf(c)}${location}`);
    return new Response(body, { status, headers });
  });
}

/** Tasks are numbered from 1 in the order of the batch. */
function taskOf(c: NetSuiteRequest, job: AsyncJob): AsyncTask {
  const task = job.tasks[Number(c.req.param('taskId')) - 1];
  if (task === undefined) throw noSuchInstance();
  return task;
}
