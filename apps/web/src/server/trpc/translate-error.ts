import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { z } from 'zod';
import { ChangeError } from '@throughline/core/db/changes/change-error';
import { ConnectionError } from '@throughline/core/db/connections/connection-error';
import { StatementError } from '@throughline/core/db/database-error';
import { DefinitionError, DraftConflictError } from '@throughline/core/db/definitions/definition-error';
import { PersonError } from '@throughline/core/db/people/person-error';
import { RunError } from '@throughline/core/db/runs/run-error';
import { SecretError } from '@throughline/core/db/secrets';
import { FlowNotRunnableError } from '@throughline/core/flow/require-runnable';
import { TestsBusyError } from '@throughline/core/flow/saved-tests/tests-busy-error';
import { inputFaults } from './input-faults.ts';
import { Refusal, type RefusalKind } from './refusal.ts';

/** Converts a failed call to a TRPCError whose message can be shown: code and sentence, no internals. */
export const translateError = (error: TRPCError): TRPCError => {
  const { cause } = error;
  if (cause instanceof Refusal) return withStatus(statusOfKind[cause.kind], cause);
  if (isOfCore(cause)) return withStatus(statusOfCode(cause.code), cause);
  if (cause instanceof StatementError && cause.isTextRefused) {
    return new TRPCError({
      code: 'BAD_REQUEST',
      message: 'A text holds the NUL character or half a surrogate pair, usually pasted by accident. Remove it.',
      cause,
    });
  }
  if (cause instanceof StatementError && cause.isTooLong) {
    return new TRPCError({ code: 'BAD_REQUEST', message: 'A value is too long to be stored. Shorten it.', cause });
  }
  if (cause instanceof StatementError && cause.isTimeout) {
    return new TRPCError({
      code: 'TIMEOUT',
      message:
        'The database needed too long for this, so it was stopped. Ask for less at a time, for example a shorter period.',
      cause,
    });
  }
  if (cause instanceof z.ZodError) {
    return new TRPCError({
      code: 'BAD_REQUEST',
      message: inputFaults(cause)
        .map(({ message }) => message)
        .join(' '),
      cause,
    });
  }
  return error;
};

type CoreError =
  | ChangeError
  | ConnectionError
  | DefinitionError
  | DraftConflictError
  | FlowNotRunnableError
  | PersonError
  | RunError
  | SecretError
  | TestsBusyError;

const isOfCore = (error: unknown): error is CoreError =>
  [
    ChangeError,
    ConnectionError,
    DefinitionError,
    DraftConflictError,
    FlowNotRunnableError,
    PersonError,
    RunError,
    SecretError,
    TestsBusyError,
  ].some((type) => error instanceof type);

const withStatus = (code: TRPC_ERROR_CODE_KEY, cause: Error): TRPCError =>
  new TRPCError({ code, message: cause.message, cause });

const statusOfKind: Record<RefusalKind, TRPC_ERROR_CODE_KEY> = {
  'not-found': 'NOT_FOUND',
  invalid: 'UNPROCESSABLE_CONTENT',
  conflict: 'CONFLICT',
  forbidden: 'FORBIDDEN',
  'too-many': 'TOO_MANY_REQUESTS',
};

const statusOfCode = (code: CoreError['code']): TRPC_ERROR_CODE_KEY => {
  if (code.endsWith('_NOT_FOUND')) return 'NOT_FOUND';
  if (forbidden.has(code)) return 'FORBIDDEN';
  if (code === 'TOO_MANY_TESTS' || code === 'TOO_BUSY') return 'TOO_MANY_REQUESTS';
  return unprocessable.has(code) ? 'UNPROCESSABLE_CONTENT' : 'CONFLICT';
};

const forbidden: ReadonlySet<CoreError['code']> = new Set([
  'OWN_WORK',
  'OWN_RUN',
  'NOT_INDEPENDENT',
  'OTHER_PERSON',
  'MAKERS_BROWSER',
  'OTHER_ORGANISATION',
]);

const unprocessable: ReadonlySet<CoreError['code']> = new Set([
  'CHANGE_INVALID',
  'FLOW_NOT_RUNNABLE',
  'NOT_PUBLISHABLE',
  'DOCUMENT_NOT_STORABLE',
  'DOCUMENTS_TOO_LARGE',
  'TOO_MANY_DEFINITIONS',
  'SECRETS_NEEDED',
  'REQUEST_FAILED',
  'REQUEST_TIMED_OUT',
  'SECRET_KEY_UNKNOWN',
  'SECRET_DAMAGED',
  'EMAIL_NOT_VALID',
  'NAME_NOT_ALLOWED',
  'PASSWORD_WEAK',
  'PASSWORD_WRONG',
  'NEW_PASSWORD_NEEDED',
]);
