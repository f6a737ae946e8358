import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { StatementError } from '@throughline/core/db/database-error';
import { RunError } from '@throughline/core/db/runs/run-error';
import { formatError } from './format-error.ts';
import { translateError } from './translate-error.ts';

const format = (error: TRPCError) => {
  const { message, data } = formatError({
    error,
    shape: { code: -32_603, message: error.message, data: { code: error.code, httpStatus: 500, path: 'runs.list' } },
  });
  return { message, reason: data.reason };
};

describe('what the browser learns about a failure', () => {
  it('is that the database does not answer, without its address', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
    const cause = new Error('Failed query: select * from run', { cause: refused });
    expect(format(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }))).toEqual({
      message:
        'The database does not answer. What you see may be out of date, and nothing was saved just now. Try again in a moment.',
      reason: 'DATABASE_DOWN',
    });
  });

  it('is only the time, and no details, when something else went wrong', () => {
    const cause = new Error('Cannot read properties of undefined');
    expect(format(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }))).toEqual({
      message: expect.stringMatching(
        /^Something went wrong on our side at \d\d:\d\d:\d\d UTC\. Try again; if it stays, the server's log has the cause\.$/,
      ),
      reason: 'INTERNAL_SERVER_ERROR',
    });
  });

  it('is that the database needed too long, by name and not as a number', () => {
    const cause = new StatementError('57014', undefined, undefined);
    expect(format(translateError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause })))).toEqual({
      message:
        'The database needed too long for this, so it was stopped. Ask for less at a time, for example a shorter period.',
      reason: 'DATABASE_TIMEOUT',
    });
  });

  it('is the whole sentence if a person can act on it', () => {
    const cause = new RunError('RUN_FINISHED', 'This run has already ended.');
    expect(format(new TRPCError({ code: 'CONFLICT', message: cause.message, cause }))).toEqual({
      message: 'This run has already ended.',
      reason: 'RUN_FINISHED',
    });
  });
});
