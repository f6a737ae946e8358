import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { z } from 'zod';
import { Refusal, type RefusalKind } from './refusal.ts';

/** A failed call as a TRPCError whose message can be shown: code and sentence, nothing of our insides. */
export const translateError = (error: TRPCError): TRPCError => {
  const { cause } = error;
  if (cause instanceof Refusal) return new TRPCError({ code: statusOf[cause.kind], message: cause.message, cause });
  if (cause instanceof z.ZodError) return new TRPCError({ code: 'BAD_REQUEST', message: describeIssues(cause), cause });
  return error;
};

const statusOf: Record<RefusalKind, TRPC_ERROR_CODE_KEY> = {
  'not-found': 'NOT_FOUND',
  invalid: 'UNPROCESSABLE_CONTENT',
  conflict: 'CONFLICT',
  forbidden: 'FORBIDDEN',
};

const describeIssues = ({ issues }: z.ZodError): string =>
  issues
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`))
    .join('; ');
