import type { Outputs } from '../../workspace/trpc.ts';

export type RunDetail = Outputs['runs']['one'];
export type StepRunSummary = RunDetail['steps'][number];

/** Queued, under way, or waiting for something: it may still change. */
export const isActive = ({ state }: Pick<RunDetail, 'state'>): boolean =>
  state === 'queued' || state === 'running' || state === 'waiting';
