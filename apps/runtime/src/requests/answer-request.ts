import { DBOS } from '@dbos-inc/dbos-sdk';
import { z } from 'zod';
import type { RecordIdentity } from '@throughline/core/connector';
import { callOptions } from '../connections/connections.ts';
import { failureOf } from '../failures/failure-of.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import type { Services } from '../run/run-context.ts';
import { businessFailure } from '../failures/step-failure.ts';
import { findConnectionById } from '../store/find-connection.ts';
import { markConnection } from '../store/mark-connection.ts';
import { finishRequest, loadRequest } from '../store/engine-request.ts';

export interface AnswerInput {
  readonly organisationId: string;
  readonly requestId: string;
}

const inputSchema = z.object({
  connectionId: z.string(),
  object: z.string().optional(),
  identity: z.custom<RecordIdentity>((value) => typeof value === 'object' && value !== null).optional(),
  include: z.array(z.string()).optional(),
  where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  newestFirst: z.boolean().optional(),
  nameHas: z.string().optional(),
  limit: z.int().min(1).max(50).optional(),
});

type RequestInput = z.output<typeof inputSchema>;

/**
 * Answers a request of the web app and leaves the answer in the request's row. When it is repeated after a restart, it
 * just asks again.
 */
export async function answerRequest(services: Services, { organisationId, requestId }: AnswerInput): Promise<void> {
  await DBOS.runStep(
    async () => {
      const at = { services, organisationId };
      const request = await inOrganisation(at, (tx) => loadRequest(tx, requestId));
      if (request === undefined || request.state !== null) return;
      const input = inputSchema.parse(request.input);
      try {
        const output = await answer(services, organisationId, request.kind, input);
        await inOrganisation(at, (tx) => finishRequest(tx, requestId, { state: 'succeeded', output }));
      } catch (error) {
        const { message } = failureOf(error);
        await inOrganisation(at, (tx) => finishRequest(tx, requestId, { state: 'failed', errorMessage: message }));
      }
    },
    { name: 'answer' },
  );
}

type Kind = NonNullable<Awaited<ReturnType<typeof loadRequest>>>['kind'];

async function answer(services: Services, organisationId: string, kind: Kind, input: RequestInput): Promise<unknown> {
  const row = await inOrganisation({ services, organisationId }, (tx) => findConnectionById(tx, input.connectionId));
  if (row === undefined) throw businessFailure('CONNECTION_MISSING', 'This connection does not exist any more.');
  const { session } = services.connections.session(row);
  const object = (): string => {
    if (input.object === undefined) throw businessFailure('OBJECT_MISSING', 'Say which object to read.');
    return input.object;
  };
  switch (kind) {
    case 'test-connection': {
      const outcome = await session.test(callOptions);
      const state = outcome.isOk ? 'connected' : 'failing';
      await inOrganisation({ services, organisationId }, (tx) =>
        markConnection(tx, {
          connectionId: row.id,
          state,
          message: outcome.message,
          testedAt: new Date(services.now()),
        }),
      );
      return outcome;
    }
    case 'describe-object':
      return session.describe(object(), callOptions);
    case 'read-sample': {
      const { identity, include, where, newestFirst, nameHas, limit } = input;
      if (identity === undefined) {
        const which = { object: object(), include, where, newestFirst, nameHas };
        const page = await session.list({ ...which, limit: limit ?? 10 }, callOptions);
        return { records: page.records.slice(0, limit ?? 10) };
      }
      const record = await session.read({ object: object(), identity, include }, callOptions);
      return { records: record === undefined ? [] : [record] };
    }
  }
}
