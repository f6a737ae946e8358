import type { ConnectorSession, SourceRecord, WriteRequest } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kantataManifest } from './manifest.ts';
import { resources } from './resources.ts';
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

async function write(request: WriteRequest): Promise<string> {
  const [outcome] = await session.write([request]);
  if (outcome?.isOk !== true) throw outcome?.error ?? new Error('No outcome.');
  return outcome.id;
}

const create = async (object: string, record: SourceRecord): Promise<string> =>
  await write({ object, operation: 'create', record });
const project = async (title: string): Promise<string> =>
  await create('workspaces', { title, creator_role: 'maven', currency: 'GBP' });
const idsIn = async (object: string, where: Readonly<Record<string, string>>): Promise<unknown[]> =>
  (await session.list({ object, where })).records.map((each) => each['id']);

describe('Kantata hides records by default, and the connector asks for them', () => {
  it('reads late time, tasks and assignments of a project that was archived', async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const workspace_id = await project('Shelved');
    const [person] = (await session.list({ object: 'users', limit: 1 })).records;
    const user_id = String(person?.['id']);
    await create('participations', { workspace_id, user_id, role: 'maven' });
    const story_id = await create('stories', { workspace_id, title: 'Close-out', story_type: 'task' });
    const assignmentId = await create('assignments', { story_id, assignee_id: user_id });
    const entry = { workspace_id, story_id, user_id, date_performed: '2026-11-20', time_in_minutes: 90 };
    const timeId = await create('time_entries', entry);
    await write({
      object: 'workspaces',
      operation: 'update',
      identity: { by: 'id', id: workspace_id },
      record: { archived: true },
    });

    expect({
      time: await idsIn('time_entries', { workspace_id }),
      tasks: await idsIn('stories', { workspace_id }),
      assignments: await idsIn('assignments', { story_id }),
    }).toEqual({ time: [timeId], tasks: [story_id], assignments: [assignmentId] });
    const late = await session.changes({ object: 'time_entries', since });
    expect(late.changes.map((each) => each.id)).toContain(timeId);
    const read = await session.read({ object: 'time_entries', identity: { by: 'id', id: timeId } });
    expect(read).toMatchObject({ workspace_id, time_in_minutes: 90 });
  });

  it('reads the places on a team that nobody fills yet, with the rate that applies to them', async () => {
    const workspace_id = await project('Unstaffed');
    const [role] = (await session.list({ object: 'roles', limit: 1 })).records;
    const role_id = String(role?.['id']);
    const placeId = await create('workspace_resources', { workspace_id, role_id });
    await write({
      object: 'workspace_resources',
      operation: 'update',
      identity: { by: 'id', id: placeId },
      record: { bill_rate: 95_000 },
    });
    expect(await idsIn('workspace_resources', { workspace_id, role_id })).toEqual([placeId]);
    const place = await session.read({ object: 'workspace_resources', identity: { by: 'id', id: placeId } });
    expect(place).toMatchObject({ role_id, resource_bill_rate: 95_000 });
  });

  it('reads who takes part in one project, and says that it cannot list them for all', async () => {
    const workspace_id = await project('Team');
    const people = (await session.list({ object: 'participations', where: { workspace_id } })).records;
    expect(people).toHaveLength(1);
    const id = String(people[0]?.['id']);
    expect(await session.read({ object: 'participations', identity: { by: 'id', id } })).toMatchObject({
      workspace_id,
    });
    await expect(session.list({ object: 'participations' })).rejects.toMatchObject({
      class: 'validation',
      fields: ['workspace_id'],
    });
  });
});

describe('external references of Kantata', () => {
  it('are made or changed by the one request that the vendor has, and deleted by their id', async () => {
    const workspace_id = await project('Referenced');
    const reference = {
      subject_type: 'Workspace',
      subject_id: workspace_id,
      service_name: 'netsuite',
      service_model: 'job',
      service_model_ref: '77',
    };
    const id = await create('external_references', reference);
    expect(await create('external_references', { ...reference, service_model_ref: '78' })).toBe(id);
    const where = { subject_type: 'Workspace', subject_id: workspace_id };
    const { records } = await session.list({ object: 'external_references', where });
    expect(records).toMatchObject([{ id, service_model_ref: '78' }]);
    const posts = sandbox.kantata.context.ledger.requests().filter(({ path }) => path.includes('external_references'));
    expect(posts.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/api/v1/external_references/create_or_update.json',
      '/api/v1/external_references/create_or_update.json',
    ]);
    await write({ object: 'external_references', operation: 'delete', identity: { by: 'id', id } });
    expect(await idsIn('external_references', where)).toEqual([]);
  });
});

describe('what the connector may send, the stand-in takes or refuses by name', () => {
  it.each(Object.keys(resources))('%s', async (name) => {
    const response = await fetch(`${sandbox.kantata.url}/__control/coverage`);
    const routes = (await response.json()) as readonly Route[];
    const write = kantataManifest.objects[name]?.write;
    const methods = [
      ...(write?.operations.includes('create') === true ? ['POST'] : []),
      ...(write?.operations.includes('update') === true ? ['PUT'] : []),
    ];
    const taken = routes
      .filter(({ method, path }) => methods.includes(method) && new RegExp(`^/api/v1/${name}[./]`).test(path))
      .flatMap(({ parameters }) => (parameters?.attribute?.implemented ?? '').split(' '));
    const fields = Object.entries(kantataManifest.objects[name]?.schema.properties ?? {})
      .filter(([, schema]) => schema.readOnly !== true)
      .map(([field]) => field);
    expect(fields.filter((field) => !taken.includes(field))).toEqual(missing[name] ?? []);
  });
});

interface Route {
  readonly method: string;
  readonly path: string;
  readonly parameters?: { readonly attribute?: { readonly implemented?: string } };
}

/** The vendor takes these, and the stand-in answers 501. */
const missing: Readonly<Record<string, readonly string[]>> = {
  stories: ['tag_list'],
  participations: ['permissions'],
};
