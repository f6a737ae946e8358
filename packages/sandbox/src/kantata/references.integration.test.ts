import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectsOf, openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';
import { PROJECT, invalid, refused } from '../../testing/kantata/samples.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

describe('external references belong to a record and a service', () => {
  test('the block on an update changes the reference of that service and adds one for another', async () => {
    const { id } = await kantata.create('workspaces', PROJECT);
    const put = async (external_reference: Json) =>
      await kantata.call('PUT', `/workspaces/${String(id)}.json`, { workspace: { external_reference } });
    await put({ ...PROJECT.external_reference, status: 'failed', external_message: 'no rates' });
    await put({ service_name: 'netsuite', service_model: 'job', service_model_ref: 77 });
    const references = await kantata.list(
      `/external_references.json?subject_type=Workspace&subject_id=${String(id)}&order=created_at:asc`,
    );
    expect(references.map((each) => [each['service_name'], each['service_model_ref'], each['status']])).toEqual([
      ['throughline', '006Hk000000000LIAQ', 'failed'],
      ['netsuite', '77', 'pending'],
    ]);
  });

  test('a reference on its own is made or changed by one request, found by its kind of record, and deleted', async () => {
    const { id: subject_id } = await kantata.create('workspace_groups', { name: 'Thornbury Water Services' });
    const reference = {
      subject_type: 'WorkspaceGroup',
      subject_id,
      service_name: 'throughline',
      service_model: 'customer',
      service_model_ref: '5008',
    };
    const post = async (change: Json = {}) =>
      await kantata.call('POST', '/external_references/create_or_update.json', {
        external_reference: { ...reference, ...change },
      });
    const [made] = objectsOf(await post());
    expect(made).toMatchObject({ ...reference, status: 'pending', locked: false });
    const [changed] = objectsOf(await post({ status: 'successful', service_model_ref: '5009' }));
    expect([changed?.['id'], changed?.['status']]).toEqual([made?.['id'], 'successful']);
    expect(await post({ subject_id: '9', service_name: 'y', status: 'done' })).toEqual(
      refused(
        invalid('status', 'Status must be one of successful, pending, failed'),
        invalid('subject_id', 'Subject must exist'),
      ),
    );
    const list = '/external_references.json?subject_type=WorkspaceGroup';
    const found = await kantata.list(`${list}&service_name=throughline&service_model_ref=5009`);
    expect(found.map((each) => each['status'])).toEqual(['successful']);
    expect((await kantata.call('GET', '/external_references.json')).status).toBe(400);
    const path = `/external_references/${String(made?.['id'])}.json`;
    const absent = [
      await kantata.call('POST', '/external_references.json', { external_reference: reference }),
      await kantata.call('GET', path),
      await kantata.call('PUT', path, { external_reference: { status: 'failed' } }),
    ];
    expect(absent.map((each) => each.status)).toEqual([404, 404, 404]);
    expect((await kantata.call('DELETE', path)).status).toBe(204);
    expect(await kantata.list(list)).toEqual([]);
  });
});

describe('custom fields hold values', () => {
  test('values are sent with a project or individually, and a field holds one value', async () => {
    const [field] = await kantata.list('/custom_fields.json?matching=opportunity');
    const custom_field_id = String(field?.['id']);
    const { id } = await kantata.create('workspaces', { ...PROJECT, custom_fields: [{ custom_field_id, value: 'A' }] });
    const query = `/custom_field_values.json?subject_type=Workspace&with_subject_id=${String(id)}`;
    expect(await kantata.list(query)).toEqual([
      expect.objectContaining({
        value: 'A',
        display_value: 'A',
        custom_field_name: 'Salesforce Opportunity',
        type: 'string',
      }),
    ]);
    const again = { subject_type: 'Workspace', subject_id: id, custom_field_id, value: 'C' };
    await kantata.call('POST', '/custom_field_values.json', { custom_field_value: again });
    expect((await kantata.list(query)).map((each) => each['value'])).toEqual(['C']);
    await kantata.call('PUT', `/workspaces/${String(id)}`, {
      workspace: { custom_fields: [{ custom_field_id, value: 'B' }] },
    });
    expect((await kantata.list(query)).map((each) => each['value'])).toEqual(['B']);
    const wrong = { ...PROJECT, custom_fields: [{ custom_field_id: '1', value: 'A' }] };
    expect(await kantata.call('POST', '/workspaces.json', { workspace: wrong })).toEqual(
      refused(invalid('custom_fields', 'Custom field 1 must exist')),
    );
  });
});
