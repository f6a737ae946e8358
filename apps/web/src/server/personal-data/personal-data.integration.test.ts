import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/connection';
import { definition, version } from '@throughline/core/db/schema/definition';
import { link, notification, publishedEvent, run, stepRun, triggerEvent } from '@throughline/core/db/schema/run';
import type { Role } from '@throughline/core/db/words/roles';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { insertException, insertRun } from '../../../testing/insert-run.ts';

const email = 'eleanor.marsh@pelham.co.uk';
const record = { Id: '006A', contact: { FirstName: 'Eleanor', LastName: 'Marsh', Email: email } };
const sentence = `The contact ${email} has no phone number.`;

let own: TestDatabase;
let ids: Readonly<Record<'run' | 'testRun' | 'step' | 'exception' | 'flow' | 'connection', string>>;
beforeAll(async () => {
  own = await createTestDatabase();
  ids = await withOrganisation(own.db, own.organisationId, async (tx) => {
    const environmentId = own.environmentIds.test;
    const [flow] = await tx
      .insert(definition)
      .values({ kind: 'flow', key: 'handoff', name: 'Handoff' })
      .returning({ id: definition.id });
    const [mapping] = await tx
      .insert(definition)
      .values({ kind: 'mapping', key: 'shape', name: 'Shape' })
      .returning({ id: definition.id });
    const body = [{ id: 'map', kind: 'map', name: 'Map', config: { mapping: 'shape', input: '$trigger' } }];
    const document = { format: 2, trigger: { kind: 'manual', name: 'Start' }, body, settings: {} };
    const any = { kind: 'any' };
    const text = { format: 1, text: '$', source: any, target: any, tests: [] };
    await tx.insert(version).values([
      { definitionId: flow?.id ?? '', number: 1, document, hash: 'a', createdBy: 'user-ana' },
      { definitionId: mapping?.id ?? '', number: 1, document: text, hash: 'b', createdBy: 'user-ana' },
    ]);
    const told = { businessKey: '006A', businessLabel: `Deal of ${email}`, trigger: record, output: record };
    const failed = { ...told, state: 'failed', errorCode: 'PHONE', errorMessage: sentence } as const;
    const runId = await insertRun(tx, environmentId, failed);
    const testRun = await insertRun(tx, environmentId, { ...failed, mode: 'test' });
    const of = { runId, stepId: 'map', path: 'map' };
    const step = {
      kind: 'map',
      position: 0,
      state: 'failed',
      input: record,
      output: record,
      errorMessage: sentence,
    } as const;
    const [ran] = await tx
      .insert(stepRun)
      .values([
        { ...of, ...step },
        { ...of, ...step, runId: testRun },
      ])
      .returning();
    const exceptionId = await insertException(tx, environmentId, runId, {
      definitionId: flow?.id ?? '',
      payload: record,
      message: sentence,
      businessLabel: told.businessLabel,
      details: [{ code: 'PHONE', message: sentence }],
    });
    const event = { source: 'webhook', state: 'started', payload: record, runId, note: sentence } as const;
    await tx
      .insert(triggerEvent)
      .values({ ...event, environmentId, definitionId: flow?.id ?? '', dedupeKey: 'event-1' });
    const published = { environmentId, runId, path: 'publish', type: 'told', subject: email, data: record };
    await tx.insert(publishedEvent).values(published);
    await tx
      .insert(notification)
      .values({ environmentId, runId, path: 'tell', recipient: email, subject: sentence, body: sentence });
    const secrets = { authMethod: 'none', secretCiphertext: '', secretKeyId: 'key', secretFields: [] };
    const [crm] = await tx
      .insert(connection)
      .values({ environmentId, key: 'crm', name: 'CRM', system: 'salesforce', settings: {}, ...secrets })
      .returning({ id: connection.id });
    const linked = { entity: 'customer', canonicalId: '006A', system: 'salesforce', object: 'Contact' };
    const at = { externalId: '003A', label: email, connectionId: crm?.id ?? '', createdByRunId: runId };
    await tx.insert(link).values({ environmentId, ...linked, ...at });
    return {
      run: runId,
      testRun,
      step: ran?.id ?? '',
      exception: exceptionId,
      flow: flow?.id ?? '',
      connection: crm?.id ?? '',
    };
  });
});
afterAll(() => own.close());

/** Every answer in which data of records appears. */
const answers = async (...roles: Role[]): Promise<Record<string, unknown>> => {
  const { runs, exceptions, mapper, designer, triggers, links, search, overview } = callerFor(own, 'user-ana', roles);
  const environment = 'test';
  return {
    runs: await runs.list({ environment }),
    run: await runs.one({ environment, runId: ids.run }),
    step: await runs.stepPayload({ environment, stepRunId: ids.step }),
    trace: await runs.trace({ environment, businessKey: '006A' }),
    exceptions: await exceptions.list({ environment }),
    groups: await exceptions.groups({ environment }),
    exception: await exceptions.one({ environment, exceptionId: ids.exception }),
    inputs: await mapper.samples({ environment, key: 'shape' }),
    samples: await designer.samples({ environment, definitionId: ids.flow }),
    events: await triggers.events({ environment, flow: 'handoff' }),
    links: await links.find({ environment }),
    identity: await links.identity({ environment, entity: 'customer', canonicalId: '006A' }),
    search: await search.everything({ environment, text: 'Deal' }),
    figures: await overview.figures({ environment }),
    recent: await overview.recent({ environment }),
  };
};

const told = (given: Record<string, unknown>): string[] =>
  Object.entries(given)
    .filter(([, answer]) => /eleanor|marsh/i.test(JSON.stringify(answer)))
    .map(([name]) => name);

it('a test run shows whole records, so a viewer is refused it', async () => {
  const { designer } = callerFor(own, 'user-ana', ['viewer']);
  const runId = ids.testRun;
  for (const read of [
    designer.testRun({ runId }),
    designer.testStep({ runId, path: 'map' }),
    designer.testOutputs({ runId }),
  ]) {
    await expect(read).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});

it('people who work with the data see it', async () => {
  const given = await answers('analyst');
  expect(told(given)).toEqual(Object.keys(given));
  expect(told(await answers('operator', 'viewer'))).toEqual(Object.keys(given));
});

it('a viewer sees invented values of the same format, equal where the data is equal', async () => {
  const given = await answers('viewer');
  expect(told(given)).toEqual([]);
  const { trigger, errorMessage, notifications } = given['run'] as {
    trigger: typeof record;
    errorMessage: string;
    notifications: { recipient: string }[];
  };
  expect(trigger).toEqual({
    Id: '006A',
    contact: {
      FirstName: expect.stringMatching(/^[A-Z][a-z]+$/),
      LastName: expect.stringMatching(/^[A-Z][a-z]+$/),
      Email: expect.stringMatching(/^[a-z.]+@[a-z]+\.example$/),
    },
  });
  expect(errorMessage).toBe(`The contact ${trigger.contact.Email} has no phone number.`);
  expect(notifications.map(({ recipient }) => recipient)).toEqual([trigger.contact.Email]);
  expect(given['run']).toMatchObject({ id: ids.run, createdAt: expect.any(Date), exceptions: [{ id: ids.exception }] });
});

it('nobody but a viewer is shown a masked value, and one with another role sees the row that is stored', async () => {
  const stored = await withOrganisation(own.db, own.organisationId, (tx) => tx.select().from(run));
  const shown = await callerFor(own, 'user-ana', ['approver']).runs.one({ environment: 'test', runId: ids.run });
  expect(shown.trigger).toEqual(stored.find(({ id }) => id === ids.run)?.trigger);
});
