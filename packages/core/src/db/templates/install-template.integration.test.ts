import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCatalog } from '../../../testing/flow/sample-catalog.ts';
import { loadChange } from '../changes/load-change.ts';
import { withOrganisation, type OrganisationTx } from '../client.ts';
import { loadLiveDocuments } from '../definitions/load-documents.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { installTemplate, type InstallableTemplate } from './install-template.ts';

const template: InstallableTemplate = {
  key: 'sample',
  title: 'Sample',
  description: 'A map and a flow.',
  definitions: [
    {
      kind: 'value-map',
      key: 'terms',
      name: 'Terms',
      description: '',
      document: { format: 1, description: '', entries: [{ key: 'Net 14', value: '1' }] },
    },
    {
      kind: 'flow',
      key: 'sample-flow',
      name: 'Sample flow',
      description: '',
      document: {
        format: 1,
        trigger: { kind: 'manual', name: 'By hand' },
        body: [{ id: 'look', kind: 'lookup', name: 'Look', config: { valueMap: 'terms', key: '$trigger.terms' } }],
      },
    },
  ],
};

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const inside = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
  withOrganisation(own.db, own.organisationId, work);

const install = (approvedBy = 'user-ben') =>
  inside((tx) =>
    installTemplate(
      tx,
      { template, installedBy: 'user-ana', approvedBy, environmentIds: [own.environmentIds.test] },
      { catalog: sampleCatalog, entities: {} },
    ),
  );

test('a template is authored by one, approved by another', async () => {
  await expect(install('user-ana')).rejects.toMatchObject({ code: 'OWN_WORK' });
  expect(await inside((tx) => loadLiveDocuments(tx, own.environmentIds.test))).toEqual([]);
});

test('installed by three starts at once, a template is there once, live, and stays as it is', async () => {
  const results = await Promise.all([install(), install(), install()]);
  const names = ['value-map:terms', 'flow:sample-flow'];
  expect(results.toSorted((a, b) => b.installed.length - a.installed.length)).toEqual([
    { installed: names, kept: [], changeNumber: expect.any(Number) },
    { installed: [], kept: names, changeNumber: null },
    { installed: [], kept: names, changeNumber: null },
  ]);
  const live = await inside((tx) => loadLiveDocuments(tx, own.environmentIds.test));
  expect(live.map(({ kind, key }) => `${kind}:${key}`).sort()).toEqual(['flow:sample-flow', 'value-map:terms']);
  // The document is stored with every default, so that nobody who reads it has to know them.
  expect(live.find(({ kind }) => kind === 'flow')?.document).toMatchObject({
    description: '',
    settings: { timeout: 'PT1H', retention: 'P90D' },
  });
  const number = results.find(({ changeNumber }) => changeNumber !== null)?.changeNumber ?? 0;
  const loaded = await inside((tx) => loadChange(tx, { number }));
  expect(loaded.change).toMatchObject({ title: 'Install the template Sample', state: 'published' });
});
