import type { Outputs } from '../../workspace/trpc.ts';

export type ChangeDetail = Outputs['changes']['one'];
export type ChangeItem = ChangeDetail['items'][number];
