import { TRPCError } from '@trpc/server';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@throughline/core/db';
import { roles as allRoles, type Role } from '@throughline/core/db/words/roles';
import { appRouter } from './app-router.ts';
import type { RequestContext } from './context.ts';
import { createCallerFactory, isAllowed } from './procedures.ts';

// This database is never connected to, because refused callers must be refused before anything is read.
const database = openDatabase('postgresql://nobody@127.0.0.1:1/none');
afterAll(() => database.close());

const person = { id: 'user-x', name: 'Xenia', email: 'xenia@example.com' };

const contextWith = (roles: readonly Role[] | undefined): RequestContext => ({
  database,
  person: roles === undefined ? undefined : person,
  membership:
    roles === undefined || roles.length === 0
      ? undefined
      : {
          organisation: { id: crypto.randomUUID(), key: 'acme', name: 'ACME', timeZone: 'UTC' },
          organisations: [{ key: 'acme', name: 'ACME' }],
          roles,
          environments: [{ id: crypto.randomUUID(), key: 'test', name: 'Test', kind: 'test' }],
        },
});

interface AnyProcedure {
  readonly _def: { readonly meta?: { readonly roles?: readonly Role[]; readonly isOpenTo?: 'person' | 'anyone' } };
}

const all = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>);
const procedures = all.filter(([, { _def }]) => _def.meta?.isOpenTo === undefined);
const pathsOpenTo = (whom: 'person' | 'anyone') =>
  all.filter(([, { _def }]) => _def.meta?.isOpenTo === whom).map(([path]) => path);
const createCaller = createCallerFactory(appRouter);

const refusalOf = async (path: string, roles: readonly Role[] | undefined): Promise<string> => {
  const caller = createCaller(contextWith(roles)) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [area = '', name = ''] = path.split('.');
  const error: unknown = await caller[area]?.[name]?.({ environment: 'test' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof TRPCError ? error.code : 'answered';
};

describe('a procedure that needs no membership', () => {
  it('is guarded by a one-time link if it needs no sign-in', () => {
    expect(pathsOpenTo('anyone')).toEqual(['access.describe', 'access.acceptAsNew', 'access.finishReset']);
  });

  it.each(pathsOpenTo('person'))('%s refuses who is signed out', async (path) => {
    expect(await refusalOf(path, undefined)).toBe('UNAUTHORIZED');
  });
});

describe('every procedure', () => {
  it('exists', () => {
    expect(procedures.length).toBeGreaterThan(50);
  });

  it.each(procedures)('%s declares who may call it', (_path, { _def }) => {
    const declared = _def.meta?.roles ?? [];
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((role) => !allRoles.includes(role))).toEqual([]);
  });

  it.each(procedures)('%s refuses signed-out callers', async (path) => {
    expect(await refusalOf(path, undefined)).toBe('UNAUTHORIZED');
  });

  it.each(procedures)('%s refuses people without an organisation', async (path) => {
    expect(await refusalOf(path, [])).toBe('FORBIDDEN');
  });

  const restricted = procedures.filter(([, { _def }]) => !isAllowed(['viewer'], _def.meta?.roles ?? []));

  it.each(restricted)('%s refuses every role that it does not name', async (path, { _def }) => {
    const others = allRoles.filter((role) => role !== 'admin' && !(_def.meta?.roles ?? []).includes(role));
    expect(others).toContain('viewer');
    const refusals = await Promise.all(others.map((role) => refusalOf(path, [role])));
    expect(refusals).toEqual(others.map(() => 'FORBIDDEN'));
  });

  it('that changes something is not for viewers', () => {
    const changing = Object.entries(
      appRouter._def.procedures as unknown as Record<string, { _def: { type: string } & AnyProcedure['_def'] }>,
    )
      .filter(
        ([, { _def }]) =>
          _def.type === 'mutation' &&
          _def.meta?.isOpenTo === undefined &&
          isAllowed(['viewer'], _def.meta?.roles ?? []),
      )
      .map(([path]) => path);
    // The question of an approve step names its own role, and the use case checks it.
    // Everybody who may read a draft is seen by the others who have it open, which changes only their own presence.
    expect(changing).toEqual(['drafts.notePresence', 'drafts.forgetPresence', 'runs.answerApproval']);
  });
});
