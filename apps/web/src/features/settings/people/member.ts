import type { Outputs } from '../../workspace/trpc.ts';

export type Member = Outputs['people']['list'][number];
