import { z } from 'zod';
import { confirmPerson } from '@throughline/core/db/people/confirm-person';
import { invitePerson, listInvitations, revokeInvitation } from '@throughline/core/db/people/invite-person';
import { resetSignIn } from '@throughline/core/db/people/reset-sign-in';
import { roles as allRoles } from '@throughline/core/db/words/roles';
import { procedureFor, router } from '../trpc/procedures.ts';
import { removeMember, setRoles } from './change-member.ts';
import { listMembers } from './list-members.ts';

const roles = z
  .array(z.enum(allRoles))
  .min(1, 'Choose at least one role')
  .max(allRoles.length)
  .transform((chosen) => [...new Set(chosen)]);

const userId = z.string().min(1).max(100);

export const peopleRouter = router({
  list: procedureFor().query(({ ctx }) => ctx.inOrganisation(listMembers)),

  invitations: procedureFor('admin').query(({ ctx }) => ctx.inOrganisation(listInvitations)),

  /** Returns the secret of the one-time link. It is shown to the administrator once, to pass on. */
  invite: procedureFor('admin')
    .input(z.object({ email: z.string().max(1000), roles }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => invitePerson(tx, { ...input, invitedBy: ctx.person.id, now: new Date() })),
    ),

  revokeInvitation: procedureFor('admin')
    .input(z.object({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => revokeInvitation(tx, { ...input, revokedBy: ctx.person.id, now: new Date() })),
    ),

  /**
   * Revokes every way in which a member can sign in, and returns the secret of the link with which they set a new
   * password.
   */
  resetSignIn: procedureFor('admin')
    .input(z.object({ userId }))
    .mutation(({ ctx, input }) =>
      resetSignIn(ctx.database, {
        ...input,
        organisationId: ctx.organisation.id,
        resetBy: ctx.person.id,
        now: new Date(),
      }),
    ),

  confirm: procedureFor('admin', 'approver')
    .input(z.object({ userId }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => confirmPerson(tx, { ...input, confirmedBy: ctx.person.id })),
    ),

  setRoles: procedureFor('admin')
    .input(z.object({ userId, roles }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => setRoles(tx, { ...input, setBy: ctx.person.id }))),

  remove: procedureFor('admin')
    .input(z.object({ userId }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => removeMember(tx, { ...input, removedBy: ctx.person.id }))),
});
