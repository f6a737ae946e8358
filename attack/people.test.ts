import { expect, test } from 'vitest';
import { people } from './support/people.ts';
import { product } from './support/product.ts';
import { mutate, postJson, query } from './support/send.ts';
import { signIn } from './support/sign-in.ts';

const password = 'tidal lantern quarry';

interface Made {
  readonly token: string;
}

const acceptAs = async (token: string, name: string, chosen = password) => {
  const { status, text } = await postJson(
    '/api/trpc/access.acceptAsNew',
    JSON.stringify({ json: { token, name, password: chosen } }),
  );
  return { status, text };
};

/** A call with the session of somebody who is not one of the suite's people. */
const callAs = async (cookie: string, procedure: string, input: unknown) => {
  const response = await fetch(`${product().webUrl}/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product().webUrl, cookie },
    body: JSON.stringify({ json: input }),
  });
  return { status: response.status, text: await response.text() };
};

test('an administrator who opens the invitation they made cannot approve their own work with it', async () => {
  const { result } = await mutate('ada', 'people.invite', { email: 'puppet@haldenpike.example', roles: ['approver'] });
  expect(await acceptAs((result as Made).token, 'Pat Puppet')).toMatchObject({ status: 200 });
  const puppet = await signIn(product().webUrl, 'puppet@haldenpike.example', password);
  const created = await mutate('ada', 'definitions.create', { kind: 'value-map', key: 'four-eyes', name: 'Four eyes' });
  const { definitionId } = created.result as { definitionId: string };
  const document = { format: 1, description: '', entries: [{ key: 'a', value: 'b' }] };
  expect(await mutate('ada', 'drafts.save', { definitionId, document, expectedRevision: 1 })).toMatchObject({
    status: 200,
  });
  const submitted = await mutate('ada', 'drafts.submit', {
    title: 'By Ada',
    description: '',
    drafts: [{ definitionId, revision: 2 }],
    changeNumber: null,
  });
  const { number } = submitted.result as { number: number };
  const change = (await query('ada', 'changes.one', { number })).result as { id: string; submittedAt: string };
  const approval = { changeId: change.id, submittedAt: change.submittedAt, comment: '' };
  const body = JSON.stringify({ json: approval, meta: { values: { submittedAt: ['Date'] } } });
  const refused = await fetch(`${product().webUrl}/api/trpc/changes.approve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product().webUrl, cookie: puppet },
    body,
  });
  expect({ status: refused.status, text: await refused.text() }).toEqual({
    status: 403,
    text: expect.stringContaining('NOT_INDEPENDENT'),
  });
  expect(await callAs(puppet, 'people.confirm', { userId: people.ada.id })).toMatchObject({ status: 409 });
  await mutate('ada', 'changes.withdraw', { changeId: change.id, to: 'withdrawn' });
});

test.each([
  ['a colleague’s name', 'Ben Okafor'],
  ['a colleague’s name in other letters', 'Веn Оkаfоr'],
  ['a colleague’s name with an invisible sign', 'Ben\u200b Okafor'],
  ['a colleague’s name with a role behind it', 'Ben OKafor (approver)'],
  ['nothing', '   '],
  ['200,000 letters', 'x'.repeat(200_000)],
])('renaming oneself to %s is refused', async (_what, name) => {
  const { status } = await mutate('ana', 'account.rename', { name });
  expect([400, 409, 422]).toContain(status);
  expect((await query('ana', 'account.read')).result).toMatchObject({ name: 'Ana Ruiz' });
});

test('a stranger does not become a member without consent', async () => {
  const { result } = await mutate('ada', 'people.invite', { email: people.mallory.email, roles: ['viewer'] });
  const organisations = async () =>
    ((await query('mallory', 'workspace.current')).result as { organisations: { key: string }[] }).organisations;
  expect(await organisations()).toEqual([{ key: 'other-firm', name: 'Other Firm' }]);
  expect(await acceptAs((result as Made).token, 'Not Mallory')).toMatchObject({ status: 409 });
  expect(await mutate('ada', 'access.acceptWithAccount', { token: (result as Made).token })).toMatchObject({
    status: 403,
  });
  expect(await organisations()).toHaveLength(1);
});

test('an administrator of one firm cannot reset anybody of another', async () => {
  expect(await mutate('mallory', 'people.resetSignIn', { userId: people.ana.id })).toMatchObject({ status: 404 });
  expect(await mutate('ben', 'people.resetSignIn', { userId: people.ana.id })).toMatchObject({ status: 403 });
});

test('a test run under the id of another firm’s flow is refused', async () => {
  const found = await query('ana', 'designer.open', { environment: 'test', key: 'closed-won-handoff' });
  const { id: definitionId } = found.result as { id: string };
  const flow = { format: 1, description: '', trigger: { kind: 'manual', name: 'By hand' }, body: [], settings: {} };
  expect(
    await mutate('mallory', 'designer.startTest', { environment: 'test', definitionId, flow, payload: {} }),
  ).toMatchObject({ status: 404 });
  expect(
    await mutate('mallory', 'designer.readRecord', {
      environment: 'test',
      definitionId,
      connection: 'salesforce',
      object: 'Account',
      recordId: '1',
    }),
  ).toMatchObject({ status: 404 });
});
