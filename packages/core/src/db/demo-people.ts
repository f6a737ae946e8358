import type { SeedPerson } from './seed-organisation.ts';

/** The people of the demo firm and of tests. Their ids are readable because audit entries show them until a profile is loaded. */
export const demoPeople = {
  analyst: { id: 'user-ana', name: 'Ana Ruiz', email: 'ana@haldenpike.example', roles: ['analyst'] },
  approver: { id: 'user-ben', name: 'Ben Okafor', email: 'ben@haldenpike.example', roles: ['approver'] },
  operator: { id: 'user-olga', name: 'Olga Weiss', email: 'olga@haldenpike.example', roles: ['operator'] },
  admin: { id: 'user-ada', name: 'Ada Lindqvist', email: 'ada@haldenpike.example', roles: ['admin'] },
} as const satisfies Record<string, SeedPerson>;
