import type { Outputs } from '../../workspace/trpc.ts';

export type ExceptionDetail = Outputs['exceptions']['one'];
