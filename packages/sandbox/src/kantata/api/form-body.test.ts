import { expect, test } from 'vitest';
import { parseForm } from './form-body.ts';

test.each([
  ['workspace[title]=Audit&workspace[due_date]=', { workspace: { title: 'Audit', due_date: null } }],
  ['story[assignee_ids][]=1&story[assignee_ids][]=2', { story: { assignee_ids: ['1', '2'] } }],
  [
    'time_entries[][notes]=a&time_entries[][time_in_minutes]=60&time_entries[][notes]=b',
    { time_entries: [{ notes: 'a', time_in_minutes: '60' }, { notes: 'b' }] },
  ],
  [
    'workspace[external_reference][service_name]=x&workspace[external_reference][service_model]=y',
    { workspace: { external_reference: { service_name: 'x', service_model: 'y' } } },
  ],
  ['__proto__[polluted]=1', JSON.parse('{"__proto__":{"polluted":"1"}}') as unknown],
])('reads %s as Rails does', (text, expected) => {
  expect(parseForm(text)).toEqual(expected);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
