import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { v7 } from 'uuid';
import { version } from '../schema/index.ts';
import { seedOrganisation } from '../seed-organisation.ts';
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
it('what was read of a version is asked for once', async () => {
  const { db, organisationId, environmentIds } = database;
  const publish = async (document: unknown) => {
    const place = { organisationId, environmentId: environmentIds.test, kind: 'flow', key: 'read' } as const;
    return (await publishForTest(db, { ...place, document })).versionId;
  };
  const [good, bad] = [await publish(sound), await publish(spoilt)];
  const problems = await withOrganisation(db, organisationId, (tx) => problemsOfVersions(tx, [good, bad]));
  expect([...problems]).toEqual([[bad, expect.stringContaining('teleport')]]);
  // The database would give another organisation none of these versions, so whatever is known now was known before.
  const other = await seedOrganisation(db, { key: 'other', name: 'Other', people: [] });
  const elsewhere = <Result>(work: (tx: OrganisationTx) => Promise<Result>) =>
    withOrganisation(db, other.organisationId, work);
  expect(await elsewhere((tx) => tx.$count(version))).toBe(0);
  expect(await elsewhere((tx) => problemsOfVersions(tx, [good, bad]))).toEqual(problems);
  expect(await elsewhere((tx) => readVersion(tx, good))).toMatchObject({ isReadable: true, flow: sound });
  expect(await elsewhere((tx) => readVersion(tx, bad))).toEqual({ isReadable: false, problem: problems.get(bad) });
});

it('a version that nobody has read, and that cannot be seen, cannot be found', async () => {
  const { db, organisationId } = database;
  const read = await withOrganisation(db, organisationId, (tx) => readVersion(tx, v7()));
  expect(read).toEqual({ isReadable: false, problem: 'The version cannot be found.' });
});
