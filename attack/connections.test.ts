import { expect, test } from 'vitest';
import { rowsOf } from './support/database.ts';
import { mutate, query } from './support/send.ts';

interface Opened {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly authMethod: string;
}

const open = async (): Promise<Opened> =>
  (await query('ada', 'connections.one', { environment: 'test', key: 'salesforce' })).result as Opened;

test('when an administrator points a connection elsewhere, its stored secrets are not sent there', async () => {
  const { id, name, revision, settings, authMethod } = await open();
  const answer = await mutate('ada', 'connections.update', {
    environment: 'test',
    connectionId: id,
    expectedRevision: revision,
    name,
    settings: { ...settings, baseUrl: 'https://attacker.example' },
    authMethod,
    secrets: {},
  });
  expect(answer.status).toBe(422);
  expect((await open()).settings).toEqual(settings);
});

test('no answer about a connection contains a secret', async () => {
  const secrets = JSON.stringify(await open());
  expect(secrets).not.toContain('sandbox-secret');
  const [row] = await rowsOf<{ text: string }>(
    "select row_to_json(c)::text as text from connection c where key = 'salesforce' limit 1",
  );
  expect(row?.text).not.toContain('sandbox-secret');
});
