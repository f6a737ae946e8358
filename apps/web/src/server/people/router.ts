import { z } from 'zod';
import { roles as allRoles } from '@throughline/core/db/words/roles';
import { procedureFor, router } from '../trpc/procedures.ts';
import { addPerson } from './add-person.ts';
import { removeMember, setRoles } from './change-member.ts';
import { listMembers } from './list-members.ts';

const roles = z.array(z.enum(allRoles)).min(1, 'Choose at least one role');

export const peopleRouter = router({
  list: procedureFor().query(({ ctx }) => ctx.inOrganisation(listMembers)),

  add: procedureFor('admin')
    .input(
      z.object({
        name: z.string().trim().min(1, 'A name is needed').max(120),
        email: z.email('This is not an e-mail address').max(254),
        password: z.string().min(12, 'The password needs at least 12 characters').max(128),
        roles,
      }),
    )
    .mutation(({ ctx, input }) =>
      addPerson(ctx.database, { ...input, organisationId: ctx.organisation.id, addedBy: ctx.person.id }),
    ),

  setRoles: procedureFor('admin')
    .input(z.object({ userId: z.string(), roles }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => setRoles(tx, { ...input, setBy: ctx.person.id }))),

  remove: procedureFor('admin')
    .input(z.object({ userId: z.string() }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => removeMember(tx, { ...input, removedBy: ctx.person.id }))),
});
