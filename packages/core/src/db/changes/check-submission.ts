import { asc, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { loadLatestDocuments, type NamedDocument } from '../definitions/load-documents.ts';
import { organisationOf } from '../organisation-of.ts';
import { connection, definition, draft } from '../schema/index.ts';
import type { ChangeProblem } from './change-error.ts';
import { checkChange, type CheckChangeInput, type Checks } from './check-change.ts';
import { testChange, type TestedDocuments } from './test-change.ts';

type SubmissionSet = CheckChangeInput & TestedDocuments;

/** Drafts as they would be submitted now, with everything that they are checked against. */
export async function loadSubmission(
  tx: OrganisationTx,
  definitionIds: readonly string[],
  checks: Checks,
): Promise<SubmissionSet> {
  const { id: definitionId, kind, key, name } = definition;
  const items = await tx
    .select({ definitionId, kind, key, name, document: draft.document })
    .from(draft)
    .innerJoin(definition, eq(definition.id, draft.definitionId))
    .where(inArray(draft.definitionId, [...definitionIds]))
    .orderBy(asc(draft.definitionId));
  return surround(tx, items, checks);
}

export async function surround(
  tx: OrganisationTx,
  items: readonly NamedDocument[],
  checks: Checks,
): Promise<SubmissionSet> {
  const surroundings = await loadLatestDocuments(tx);
  const connections = await tx.selectDistinct({ key: connection.key, system: connection.system }).from(connection);
  return { ...checks, items, surroundings, connections, organisationId: await organisationOf(tx) };
}

/** What submitting the documents is refused for, or warned about, their saved tests included. */
export async function checkSubmission(set: SubmissionSet, signal?: AbortSignal): Promise<ChangeProblem[]> {
  return [...(await checkChange(set)), ...(await testChange(set, signal))];
}
