import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caught, changeTestKit, checks, valueMap } from '../../../testing/db/change-test-kit.ts';
import { createDefinition } from '../definitions/create-definition.ts';
import { discardDraft } from '../definitions/discard-draft.ts';
import { definition } from '../schema/index.ts';
import { acceptAsNewPerson } from '../people/accept-invitation.ts';
import { confirmPerson } from '../people/confirm-person.ts';
import { finishReset, resetSignIn } from '../people/reset-sign-in.ts';
import { invitePerson } from '../people/invite-person.ts';
import { approveChange } from './review-change.ts';
import { submitChange } from './submit-change.ts';

let kit: Awaited<ReturnType<typeof changeTestKit>>;
beforeAll(async () => {
  kit = await changeTestKit();
});
afterAll(() => kit.own.close());

const now = () => new Date();

const approveAs = async (reviewedBy: string, ...definitionIds: string[]) => {
  const { changeId } = await kit.open(...definitionIds);
  const { submittedAt } = await kit.inside((tx) => submitChange(tx, { changeId, submittedBy: 'user-olga' }, checks));
  await kit.inside((tx) => approveChange(tx, { changeId, reviewedBy, submittedAt }));
};

const discard = (definitionId: string, expectedRevision: number, discardedBy: string) =>
  kit.inside((tx) => discardDraft(tx, { definitionId, expectedRevision, discardedBy }));

const join = async (name: string, invitedBy: string): Promise<string> => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@haldenpike.example`;
  const { token } = await kit.inside((tx) => invitePerson(tx, { email, roles: ['approver'], invitedBy, now: now() }));
  const { userId } = await acceptAsNewPerson(kit.own.db, { token, name, passwordHash: 'x', now: now() });
  return userId;
};

test('discarding a draft does not hide who wrote the content that comes back', async () => {
  const id = await kit.create('value-map', 'discarded', valueMap('1'));
  await kit.save(id, valueMap('written by Ben'), 1, 'user-ben');
  await discard(id, 2, 'user-ben');
  await kit.save(id, valueMap('written by Ben'), null, 'user-olga');
  expect(await caught(approveAs('user-ben', id))).toMatchObject({ code: 'OWN_WORK' });
});

test('content of an earlier time keeps its author when somebody else restores it', async () => {
  const id = await kit.create('value-map', 'restored', valueMap('1'));
  await kit.save(id, valueMap('idea of Ben'), 1, 'user-ben');
  await kit.save(id, valueMap('2'), 2, 'user-ana');
  const { changeId } = await kit.open(id);
  const { submittedAt } = await kit.submit(changeId);
  await kit.inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ada', submittedAt }));
  await kit.publish(changeId);
  await kit.save(id, valueMap('another start'), null, 'user-ana');
  await kit.save(id, valueMap('idea of Ben'), 4, 'user-ana');
  expect(await caught(approveAs('user-ben', id))).toMatchObject({ code: 'OWN_WORK' });
});

test('a state that was discarded before a publication keeps its author, also when it is restored and then changed', async () => {
  const id = await kit.create('value-map', 'restored-later', valueMap('1'));
  await kit.save(id, valueMap('idea of Ben'), 1, 'user-ben');
  await discard(id, 2, 'user-ben');
  await kit.inside((tx) => tx.update(definition).set({ archivedAt: null }).where(eq(definition.id, id)));
  await kit.save(id, valueMap('of Ana'), null, 'user-ana');
  const { changeId } = await kit.open(id);
  const { submittedAt } = await kit.submit(changeId);
  await kit.inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ada', submittedAt }));
  await kit.publish(changeId);
  await kit.save(id, valueMap('idea of Ben'), null, 'user-ana');
  await kit.save(id, valueMap('idea of Ben, a little changed'), 4, 'user-ana');
  expect(await caught(approveAs('user-ben', id))).toMatchObject({ code: 'OWN_WORK' });
});

test('what was published is nobody’s work any more in the next change', async () => {
  const id = await kit.create('value-map', 'next-round', valueMap('1'));
  await kit.save(id, valueMap('by Ben'), 1, 'user-ben');
  const { changeId } = await kit.open(id);
  const { submittedAt } = await kit.submit(changeId);
  await kit.inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ada', submittedAt }));
  await kit.publish(changeId);
  await kit.save(id, valueMap('by Ana'), null, 'user-ana');
  await approveAs('user-ben', id);
});

test('an administrator cannot approve their own work through an account they invited', async () => {
  const puppet = await join('Pat Puppet', 'user-ada');
  const id = await kit.create('value-map', 'by-ada', valueMap('1'));
  await kit.save(id, valueMap('2'), 1, 'user-ada');
  expect(await caught(approveAs(puppet, id))).toMatchObject({ code: 'NOT_INDEPENDENT' });
});

test('an administrator cannot write through an account they invited and approve it themselves', async () => {
  const puppet = await join('Wren Writer', 'user-ada');
  const id = await kit.create('value-map', 'by-puppet', valueMap('1'));
  await kit.save(id, valueMap('2'), 1, puppet);
  expect(await caught(approveAs('user-ada', id))).toMatchObject({ code: 'NOT_INDEPENDENT' });
});

test('an administrator cannot take over an approver by a reset and approve their own work', async () => {
  const approver = await join('Rita Reset', 'user-ben');
  const id = await kit.create('value-map', 'after-reset', valueMap('1'));
  await kit.save(id, valueMap('2'), 1, 'user-ada');
  const { organisationId } = kit.own;
  const { token } = await resetSignIn(kit.own.db, {
    organisationId,
    userId: approver,
    resetBy: 'user-ada',
    now: now(),
  });
  await finishReset(kit.own.db, { token, passwordHash: 'y', now: now() });
  expect(await caught(approveAs(approver, id))).toMatchObject({ code: 'NOT_INDEPENDENT' });
});

test('a third colleague’s confirmation makes an invited approver independent; nobody else’s does', async () => {
  const approver = await join('Ines Independent', 'user-ada');
  const accomplice = await join('Alf Accomplice', 'user-ada');
  const id = await kit.create('value-map', 'confirmed', valueMap('1'));
  await kit.save(id, valueMap('2'), 1, 'user-ada');
  const confirm = (confirmedBy: string) => kit.inside((tx) => confirmPerson(tx, { userId: approver, confirmedBy }));
  for (const someone of ['user-ada', approver, accomplice]) {
    expect(await caught(confirm(someone))).toMatchObject({ code: 'OTHER_PERSON' });
  }
  await confirm('user-ben');
  await approveAs(approver, id);
});

test('an approval by two people whom the same colleague invited is put on record', async () => {
  const author = await join('Anton Author', 'user-ada');
  const approver = await join('Rosa Reviewer', 'user-ada');
  const { definitionId } = await kit.inside((tx) =>
    createDefinition(tx, {
      kind: 'value-map',
      key: 'siblings',
      name: 'siblings',
      document: valueMap('1'),
      createdBy: author,
    }),
  );
  await approveAs(approver, definitionId);
  const { rows } = await kit.own.db.pool.query<{ details: unknown }>(
    `select details from audit_entry where action = 'change.approved' and actor = $1`,
    [approver],
  );
  expect(rows).toEqual([{ details: { number: expect.any(Number), couldBeBoth: ['user-ada'] } }]);
});
