import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { run, triggerEvent } from '@throughline/core/db/schema/run';
import { withOrganisation } from '@throughline/core/db';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../testing/caller-for.ts';
import { inputFaults } from './trpc/input-faults.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

type Caller = ReturnType<typeof callerFor>;
const id = '0198f3a0-0000-7000-8000-000000000000';
const environment = 'test';
const reason = 'attack';

/** Every procedure that takes unvalidated data. */
const takers: Readonly<Record<string, (caller: Caller, data: unknown) => Promise<unknown>>> = {
  'runs.start payload': (caller, payload) => caller.runs.start({ environment, flowKey: 'x', payload, reason }),
  'designer.startTest payload': (caller, payload) =>
    caller.designer.startTest({ environment, definitionId: id, flow: {}, payload }),
  'designer.startTest flow': (caller, flow) =>
    caller.designer.startTest({ environment, definitionId: id, flow, payload: {} }),
  'exceptions.replayEdited payload': (caller, payload) =>
    caller.exceptions.replayEdited({ environment, exceptionId: id, payload, reason }),
  'drafts.save document': (caller, document) =>
    caller.drafts.save({ definitionId: id, document, expectedRevision: null }),
  'drafts.bringInNewer document': (caller, document) =>
    caller.drafts.bringInNewer({ definitionId: id, document, expectedRevision: 1, versionId: id }),
  'connections.update settings': (caller, value) =>
    caller.connections.update({
      environment,
      connectionId: id,
      expectedRevision: 1,
      name: 'x',
      settings: { value },
      authMethod: 'x',
      secrets: {},
    }),
};

const notJson: readonly unknown[] = [new Date(0), Number.NaN, { a: [Number.POSITIVE_INFINITY] }, undefined, /x/, 1n];

test.each(Object.entries(takers))('%s takes nothing but JSON, and starts nothing else', async (name, call) => {
  const caller = callerFor(own, 'user-ada', ['admin']);
  for (const data of notJson) {
    expect(await refusal(call(caller, data))).toEqual({ code: 'BAD_REQUEST', fields: [name.split(' ')[1]] });
  }
  const rows = await withOrganisation(own.db, own.organisationId, async (tx) => [
    await tx.$count(run),
    await tx.$count(triggerEvent),
  ]);
  expect(rows).toEqual([0, 0]);
});

const outOfRange: readonly [name: string, call: (caller: Caller) => Promise<unknown>][] = [
  ['since', (caller) => caller.runs.list({ environment, since: '0000-01-01' })],
  ['since', (caller) => caller.runs.list({ environment, since: '2026-13-45' })],
  ['since', (caller) => caller.settings.audit({ since: '0000-12-31' })],
  ['since', (caller) => caller.triggers.takeUp({ environment, flow: 'x', since: '0000-01-01T00:00:00Z' })],
  ['since', (caller) => caller.triggers.takeUp({ environment, flow: 'x', since: '9999-12-31T23:59:59-23:59' })],
  ['submittedAt', (caller) => caller.changes.approve({ changeId: id, submittedAt: new Date(8.64e15) })],
  [
    'submittedAt',
    (caller) => caller.changes.requestChanges({ changeId: id, submittedAt: new Date(-8.64e15), comment: 'x' }),
  ],
  ['number', (caller) => caller.changes.one({ number: 2 ** 31 })],
  ['cursor', (caller) => caller.drafts.revisions({ definitionId: id, cursor: 2 ** 53 })],
  ['expectedRevision', (caller) => caller.drafts.discard({ definitionId: id, expectedRevision: -(2 ** 40) })],
  ['page', (caller) => caller.runs.list({ environment, page: 2 ** 52 })],
  ['runId', (caller) => caller.runs.one({ environment, runId: '00000000-0000-0000-0000-00000000000g' })],
];

test.each(outOfRange)('a value of “%s” that the database cannot hold is refused by name', async (name, call) => {
  expect(await refusal(call(callerFor(own, 'user-ada', ['admin'])))).toEqual({ code: 'BAD_REQUEST', fields: [name] });
});

/** The code of a refused call, and the fields of its input that are at fault. */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'nothing was refused',
    (error: unknown) => {
      if (!(error instanceof TRPCError) || !(error.cause instanceof z.ZodError)) throw error;
      return { code: error.code, fields: inputFaults(error.cause).map(({ field }) => field) };
    },
  );
