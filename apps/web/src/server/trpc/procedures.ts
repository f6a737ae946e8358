import { initTRPC, TRPCError } from '@trpc/server';
import superjson, { serialize } from 'superjson';
import { z } from 'zod';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { roles as allRoles, rolesWithPersonalData, type Role } from '@throughline/core/db/words/roles';
import { OrganisationGate } from '../organisation-gate.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';
import { readInput } from './read-input.ts';
import { translateError } from './translate-error.ts';

/** Declared by every procedure; a test walks the router and fails for one without. */
export interface ProcedureMeta {
  /** Any one of these roles is enough. */
  readonly roles: readonly Role[];
  /** For a procedure without membership: a signed-in person, or anybody with a one-time link. */
  readonly isOpenTo?: 'person' | 'anyone';
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: { input: { serialize, deserialize: readInput }, output: superjson },
    errorFormatter: formatError,
  });

/** At most half of the web app's connections, and a queue that a page full of widgets does not fill. */
const gate = new OrganisationGate(6, 200);

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure for everybody, signed in or not. A secret in the input must guard what it does. */
export const openProcedure = t.procedure.meta({ roles: [], isOpenTo: 'anyone' }).use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw translateError(result.error);
  return result;
});

/** A procedure about one's own account, for every signed-in person. */
export const personProcedure = t.procedure.meta({ roles: [], isOpenTo: 'person' }).use(async ({ ctx, next }) => {
  const { person } = ctx;
  if (person === undefined) throw signedOut();
  const result = await next({ ctx: { person, sessionId: ctx.sessionId } });
  if (!result.ok) throw translateError(result.error);
  return result;
});

/** Every role: all members of the organisation. */
export const anyRole: readonly Role[] = allRoles;

/**
 * A procedure for members with one of these roles (all roles if none is named; an admin may do everything). Provides
 * `person`, `organisation` and `inOrganisation`, the only way to the organisation's rows.
 */
export const procedureFor = (...roles: readonly Role[]) => {
  const allowed = roles.length === 0 ? anyRole : roles;
  return t.procedure.meta({ roles: allowed }).use(async ({ ctx, next }) => {
    const { database, person, membership } = ctx;
    if (person === undefined) throw signedOut();
    if (membership === undefined)
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: 'You belong to no organisation. Ask an administrator to add you.',
      });
    if (!isAllowed(membership.roles, allowed))
      throw new TRPCError({ code: 'FORBIDDEN', message: describeMissingRole(allowed) });
    const organisationId = membership.organisation.id;
    const result = await next({
      ctx: {
        person,
        membership,
        organisation: membership.organisation,
        seesPersonalData: isAllowed(membership.roles, rolesWithPersonalData),
        inOrganisation: <Result>(work: (tx: OrganisationTx) => Promise<Result>) =>
          gate.run(organisationId, () => withOrganisation(database, organisationId, work)),
      },
    });
    if (!result.ok) throw translateError(result.error);
    return result;
  });
};

/** Like `procedureFor`, but for one environment: the input contains its key, and the context provides `environment`. */
export const environmentProcedureFor = (...roles: readonly Role[]) =>
  procedureFor(...roles)
    .input(z.object({ environment: z.string() }))
    .use(({ ctx, input, next }) => {
      const environment = ctx.membership.environments.find(({ key }) => key === input.environment);
      if (environment === undefined) {
        throw new TRPCError({
          code: 'NOT_FOUND',
          message: `There is no environment “${input.environment}”. Choose another one at the top of the page.`,
        });
      }
      return next({ ctx: { environment } });
    });

export const isAllowed = (held: readonly Role[], allowed: readonly Role[]): boolean =>
  held.includes('admin') || held.some((role) => allowed.includes(role));

const signedOut = (): TRPCError =>
  new TRPCError({ code: 'UNAUTHORIZED', message: 'You are signed out. Sign in and try again.' });

const describeMissingRole = (allowed: readonly Role[]): string => {
  const names = [...new Set<Role>([...allowed, 'admin'])].filter((role) => role !== 'viewer');
  return `This needs the role ${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)}. Ask an administrator if you should have it.`;
};
