import { demoPeople } from '@throughline/core/db/demo-people';
import { demoPassword } from '../../scripts/start/demo-password.ts';

/** Administers the second firm, to which none of the demo's people belongs. */
export const stranger = {
  id: 'user-mallory',
  name: 'Mallory Quist',
  email: 'mallory@other-firm.example',
  roles: ['admin'],
} as const;

const withPassword = <Person extends object>(person: Person) => ({ ...person, password: demoPassword });

/** Everybody an attack can be signed in as. Ana, Ben, Olga and Ada are of the demo firm. */
export const people = {
  ana: withPassword(demoPeople.analyst),
  ben: withPassword(demoPeople.approver),
  olga: withPassword(demoPeople.operator),
  ada: withPassword(demoPeople.admin),
  mallory: withPassword(stranger),
} as const;

export type PersonName = keyof typeof people;
