import { and, eq } from 'drizzle-orm';
import { sampleCatalog } from '../flow/sample-catalog.ts';
import { withOrganisation, type OrganisationTx } from '../../src/db/client.ts';
import { createDefinition } from '../../src/db/definitions/create-definition.ts';
import { saveDraft } from '../../src/db/definitions/save-draft.ts';
import { liveVersion, version } from '../../src/db/schema/index.ts';
import { createTestDatabase } from './test-database.ts';
import type { ChangeError } from '../../src/db/changes/change-error.ts';
import { createChange } from '../../src/db/changes/create-change.ts';
import { publishChange } from '../../src/db/changes/publish-change.ts';
import { approveChange } from '../../src/db/changes/review-change.ts';
import { submitChange } from '../../src/db/changes/submit-change.ts';

type Environment = 'development' | 'test' | 'production';

export const checks = { catalog: sampleCatalog, entities: {} };

export const valueMap = (value: string) => ({ format: 1, description: '', entries: [{ key: 'a', value }] });

/** A flow that looks up one key in a value map. */
export const lookUp = (map: string) => ({
  format: 1,
  description: '',
  trigger: { kind: 'manual', name: 'By hand' },
  body: [{ id: 'look', kind: 'lookup', name: 'Look', config: { valueMap: map, key: '$trigger.key' } }],
  settings: {},
});

/** Returns the error of a refused use case; fails if it was not refused. */
export const caught = (work: Promise<unknown>): Promise<ChangeError> =>
  work.then(
    () => Promise.reject(new Error('This should have been refused.')),
    (error: unknown) => error as ChangeError,
  );

/** Short forms of the use cases for tests of changes: Ana writes, Ben approves and publishes to test. */
export async function changeTestKit() {
  const own = await createTestDatabase();
  const inside = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
    withOrganisation(own.db, own.organisationId, work);
  const create = async (kind: 'value-map' | 'flow' | 'mapping', key: string, document: unknown) =>
    (await inside((tx) => createDefinition(tx, { kind, key, name: key, document, createdBy: 'user-ana' })))
      .definitionId;
  const save = (definitionId: string, document: unknown, expectedRevision: number | null, savedBy = 'user-ana') =>
    inside((tx) => saveDraft(tx, { definitionId, document, expectedRevision, savedBy }));
  const open = (...definitionIds: string[]) =>
    inside((tx) => createChange(tx, { title: 'A change', definitionIds, createdBy: 'user-ana' }));
  const submit = (changeId: string) => inside((tx) => submitChange(tx, { changeId, submittedBy: 'user-ana' }, checks));
  const approve = async (changeId: string): Promise<void> => {
    const { submittedAt } = await submit(changeId);
    await inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt }));
  };
  const publish = (changeId: string, environment: Environment = 'test') =>
    inside((tx) =>
      publishChange(tx, { changeId, environmentId: own.environmentIds[environment], publishedBy: 'user-ben' }, checks),
    );
  /** Takes a value map from a draft through a change into the test environment. */
  const release = async (key: string, value: string, existing?: string) => {
    const definitionId = existing ?? (await create('value-map', key, valueMap(value)));
    if (existing !== undefined) await save(existing, valueMap(value), null);
    const { changeId } = await open(definitionId);
    await approve(changeId);
    return { definitionId, changeId, ...(await publish(changeId)) };
  };
  const liveDocument = async (definitionId: string, environment: Environment = 'test'): Promise<unknown> => {
    const isLive = and(
      eq(liveVersion.definitionId, definitionId),
      eq(liveVersion.environmentId, own.environmentIds[environment]),
    );
    const [row] = await inside((tx) =>
      tx
        .select({ document: version.document })
        .from(liveVersion)
        .innerJoin(version, eq(version.id, liveVersion.versionId))
        .where(isLive),
    );
    return row?.document;
  };
  return { own, inside, create, save, open, submit, approve, publish, release, liveDocument };
}
