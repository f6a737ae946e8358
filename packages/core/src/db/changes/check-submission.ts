import type { OrganisationTx } from '../client.ts';
import { loadDraftDocuments, loadLatestDocuments, type NamedDocument } from '../definitions/load-documents.ts';
import { organisationOf } from '../organisation-of.ts';
import { connection } from '../schema/index.ts';
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
  const drafts = await loadDraftDocuments(tx);
  const items = drafts.filter(({ definitionId }) => definitionIds.includes(definitionId));
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
