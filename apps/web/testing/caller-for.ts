import { demoPeople } from '@throughline/core/db/demo-people';
import type { Role } from '@throughline/core/db/words/roles';
import type { TestDatabase } from '@throughline/core/testing/db/test-database';
import type { ProveFactor } from '../src/server/auth/prove-factor.ts';
import { appRouter } from '../src/server/trpc/app-router.ts';
import { createCallerFactory } from '../src/server/trpc/procedures.ts';

const createCaller = createCallerFactory(appRouter);

/** Calls procedures as one of the seeded people, with these roles, in the seeded organisation. */
export const callerFor = (
  { db, organisationId, environmentIds }: Pick<TestDatabase, 'db' | 'organisationId' | 'environmentIds'>,
  userId: string,
  roles: readonly Role[],
  given: { readonly sessionId?: string; readonly email?: string; readonly proveFactor?: ProveFactor } = {},
) => {
  const person = Object.values(demoPeople).find(({ id }) => id === userId);
  return createCaller({
    sessionId: given.sessionId,
    proveFactor: given.proveFactor,
    database: db,
    browserAccounts: [],
    person: {
      id: userId,
      name: person?.name ?? userId,
      email: given.email ?? person?.email ?? `${userId}@example.com`,
    },
    membership: {
      organisation: { id: organisationId, key: 'halden-pike', name: 'Halden & Pike', timeZone: 'Europe/London' },
      organisations: [{ key: 'halden-pike', name: 'Halden & Pike' }],
      roles,
      environments: (['development', 'test', 'production'] as const).map((kind) => ({
        id: environmentIds[kind],
        key: kind,
        name: kind,
        kind,
      })),
    },
  });
};

/** Calls procedures as somebody who is not signed in. */
export const callerOfNobody = (
  { db }: Pick<TestDatabase, 'db'>,
  { browserAccounts = [] }: { readonly browserAccounts?: readonly string[] } = {},
) => createCaller({ database: db, person: undefined, membership: undefined, browserAccounts });
