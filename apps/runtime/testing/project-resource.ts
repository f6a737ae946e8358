import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { respond, step } from './fake-world.ts';
import type { SharedRecords } from './shared-records.ts';

export interface ResourcePayload {
  readonly key: string;
  readonly workspaceId: string;
  readonly roleId: string;
}

/** Publishes a flow that writes a project resource of Kantata, which takes its label only from a second request. */
export async function publishResourceFlow({ database }: SharedRecords): Promise<void> {
  const { organisationId, environmentIds, db } = database;
  const document = {
    format: 1,
    trigger: { kind: 'manual', name: 'By hand' },
    body: [
      step(
        'write',
        'save',
        {
          connection: 'kantata',
          object: 'workspace_resources',
          operation: 'create',
          identity: { externalId: '$trigger.key' },
          record: '{ "workspace_id": $trigger.workspaceId, "role_id": $trigger.roleId, "label": "Lead" }',
          undo: { operation: 'delete' },
        },
        { retry: { maxAttempts: 2, backoffMs: 100 } },
      ),
      respond('answer', '$steps.save'),
    ],
  };
  await publishForTest(db, {
    organisationId,
    environmentId: environmentIds.test,
    kind: 'flow',
    key: 'resource',
    document,
  });
}

/** What the flow is started with: a project that is new, and a role. */
export async function resourcePayload({ sandbox }: SharedRecords): Promise<ResourcePayload> {
  const response = await fetch(`${sandbox.kantata.url}/api/v1/workspaces.json`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-kantata-token', 'content-type': 'application/json' },
    body: JSON.stringify({ workspace: { title: 'Quay', creator_role: 'maven' } }),
  });
  const { results } = (await response.json()) as { results: readonly { id: string }[] };
  const [role] = sandbox.kantata.context.state.collection<{ readonly id: string }>('roles').all();
  return { key: 'R-1', workspaceId: String(results[0]?.id), roleId: role?.id ?? '' };
}

/** The labels of the places for a role on the project. Its creator has a place of their own. */
export const resourceLabels = ({ sandbox }: SharedRecords, { workspaceId, roleId }: ResourcePayload): unknown[] =>
  sandbox.kantata.context.state
    .collection<Record<string, unknown>>('workspace_resources')
    .all()
    .filter((each) => String(each['workspace_id']) === workspaceId && each['role_id'] === roleId)
    .map(({ label }) => label ?? null);
