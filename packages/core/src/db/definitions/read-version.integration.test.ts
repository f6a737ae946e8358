import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { publishForTest } from '../runs/test-definitions.ts';
import { problemsOfVersions, readVersion } from './read-version.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());

const sound = { format: 2, trigger: { kind: 'manual', name: 'By hand' }, body: [] };
const spoilt = { ...sound, body: [{ id: 'far', name: 'Far', kind: 'teleport', config: {} }] };
/** A database that must not be asked. */
const silent = {
  select: () => {
    throw new Error('The database was asked again.');
  },
} as unknown as OrganisationTx;

it('what was read of a version is asked for once', async () => {
  const { db, organisationId, environmentIds } = database;
  const publish = async (document: unknown) => {
    const place = { organisationId, environmentId: environmentIds.test, kind: 'flow', key: 'read' } as const;
    return (await publishForTest(db, { ...place, document })).versionId;
  };
  const [good, bad] = [await publish(sound), await publish(spoilt)];
  const problems = await withOrganisation(db, organisationId, (tx) => problemsOfVersions(tx, [good, bad]));
  expect([...problems]).toEqual([[bad, expect.stringContaining('teleport')]]);
  expect(await problemsOfVersions(silent, [good, bad])).toEqual(problems);
  expect(await readVersion(silent, good)).toMatchObject({ isReadable: true, flow: sound });
  expect(await readVersion(silent, bad)).toEqual({ isReadable: false, problem: problems.get(bad) });
});
