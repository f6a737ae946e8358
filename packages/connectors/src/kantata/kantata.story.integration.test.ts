import type { ConnectorSession, SourceRecord, WriteRequest } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../testing/open-session.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let session: ConnectorSession;

beforeAll(async () => {
  sandbox = await startSandbox();
  session = openSession(
    'kantata',
    { baseUrl: sandbox.kantata.url },
    { method: 'bearer', fields: { token: 'sandbox-kantata-token' } },
  );
});
afterAll(async () => {
  await session.close();
  await sandbox.close();
});

async function upsert(object: string, key: string, record: SourceRecord): Promise<string> {
  const request: WriteRequest = { object, operation: 'upsert', identity: { by: 'external-id', value: key }, record };
  const [outcome] = await session.write([request]);
  if (outcome?.isOk !== true) throw outcome?.error ?? new Error('No outcome.');
  return outcome.id;
}

function childrenOf(record: SourceRecord | undefined, name: string): readonly SourceRecord[] {
  const list = record?.[name];
  return Array.isArray(list) ? list : [];
}

async function writeProject() {
  const card = await session.read({ object: 'rate_cards', identity: { by: 'fields', fields: { currency: 'GBP' } } });
  const role = await session.list({ object: 'roles', limit: 1 });
  const clientId = await upsert('workspace_groups', 'C-1', { name: 'Acme plc', company: true });
  const workspaceId = await upsert('workspaces', 'P-1', {
    title: 'Operating model',
    creator_role: 'maven',
    budgeted: true,
    price: '53475.00',
    start_date: '2026-12-01',
    due_date: '2027-05-31',
    rate_card_id: String(card?.['id']),
    workspace_group_ids: [clientId],
    primary_workspace_group_id: clientId,
    require_time_approvals: true,
  });
  const phaseId = await upsert('stories', 'P-1:discovery', {
    workspace_id: workspaceId,
    title: 'Discovery',
    story_type: 'deliverable',
    start_date: '2026-12-01',
    due_date: '2026-12-31',
  });
  const taskId = await upsert('stories', 'P-1:discovery:1', {
    workspace_id: workspaceId,
    parent_id: phaseId,
    title: 'Interviews',
    story_type: 'task',
    time_estimate_in_minutes: 2400,
    billable: true,
  });
  const roleId = String(role.records[0]?.['id']);
  const resourceId = await upsert('workspace_resources', 'P-1:role', {
    workspace_id: workspaceId,
    role_id: roleId,
    bill_rate: 95_000,
    label: 'Lead',
  });
  return { cardId: String(card?.['id']), clientId, workspaceId, phaseId, taskId, roleId, resourceId };
}

describe('Kantata in the closed-won story', () => {
  it('holds project, work breakdown and team once, however often they are written', async () => {
    const first = await writeProject();
    const second = await writeProject();
    expect(second).toEqual(first);

    const project = await session.read({
      object: 'workspaces',
      identity: { by: 'external-id', value: 'P-1' },
      include: ['stories', 'resources'],
    });
    expect(project).toMatchObject({
      id: first.workspaceId,
      title: 'Operating model',
      currency: 'GBP',
      price_in_cents: 5_347_500,
      rate_card_id: first.cardId,
      workspace_group_ids: [first.clientId],
      primary_workspace_group_id: first.clientId,
      start_date: expect.stringMatching(/^2026-12-01/),
      due_date: expect.stringMatching(/^2027-05-31/),
    });
    const stories = childrenOf(project, 'stories').map((each) => [
      each['title'],
      each['parent_id'],
      each['time_estimate_in_minutes'],
    ]);
    expect(new Set(stories)).toEqual(
      new Set([
        ['Discovery', undefined, undefined],
        ['Interviews', first.phaseId, 2400],
      ]),
    );
    const unnamed = childrenOf(project, 'resources').filter((each) => each['user_id'] === undefined);
    expect(unnamed).toHaveLength(1);
    expect(unnamed[0]).toMatchObject({
      id: first.resourceId,
      workspace_id: first.workspaceId,
      role_id: first.roleId,
      label: 'Lead',
      resource_bill_rate: 95_000,
    });
  });

  it('finds the record again by the reference it left in Kantata', async () => {
    const { workspaceId } = await writeProject();
    const { records } = await session.list({
      object: 'external_references',
      where: { subject_type: 'Workspace', service_model_ref: 'P-1' },
    });
    expect(records).toEqual([
      expect.objectContaining({
        subject_type: 'Workspace',
        subject_id: workspaceId,
        service_name: 'throughline',
        service_model: 'workspaces',
        service_model_ref: 'P-1',
        status: 'successful',
      }),
    ]);
  });

  it('creates a new record when the one a reference points to is gone', async () => {
    const before = await upsert('workspace_groups', 'C-9', { name: 'Gone Ltd', company: true });
    await session.write([{ object: 'workspace_groups', operation: 'delete', identity: { by: 'id', id: before } }]);
    const after = await upsert('workspace_groups', 'C-9', { name: 'Gone Ltd', company: true });
    expect(after).not.toBe(before);
  });

  it('reads the rates of a card', async () => {
    const card = await session.read({
      object: 'rate_cards',
      identity: { by: 'fields', fields: { currency: 'GBP' } },
      include: ['versions'],
    });
    const [version] = childrenOf(card, 'versions');
    const { records } = await session.list({
      object: 'rate_card_roles',
      where: { rate_card_version_id: String(version?.['id']) },
    });
    expect(records.length).toBeGreaterThan(0);
    for (const rate of records) {
      expect(rate).toEqual({
        id: expect.any(String),
        rate_card_version_id: version?.['id'],
        role_id: expect.stringMatching(/^\d+$/),
        rate: expect.any(Number),
      });
    }
  });

  it('names the fields the vendor refuses', async () => {
    const [outcome] = await session.write([
      {
        object: 'stories',
        operation: 'upsert',
        identity: { by: 'external-id', value: 'S-1' },
        record: { title: 'Nowhere', story_type: 'task', workspace_id: '1' },
      },
    ]);
    expect(outcome?.isOk === false && [outcome.error.class, ...outcome.error.fields]).toEqual([
      'validation',
      'workspace_id',
    ]);
  });

  it('refuses an external reference where Kantata knows none', async () => {
    const read = session.read({ object: 'rate_card_roles', identity: { by: 'external-id', value: 'x' } });
    await expect(read).rejects.toMatchObject({ class: 'validation' });
  });
});
