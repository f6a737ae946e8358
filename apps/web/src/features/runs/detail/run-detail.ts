import type { Outputs } from '../../workspace/trpc.ts';

export type RunDetail = Outputs['runs']['one'];
export type StepRunSummary = RunDetail['steps'][number];

/** Queued, running or waiting: it may still change. */
export const isActive = ({ state }: Pick<RunDetail, 'state'>): boolean =>
  state === 'queued' || state === 'running' || state === 'waiting';
