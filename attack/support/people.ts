import { demoPeople } from '@throughline/core/db/demo-people';
import { demoPassword } from '../../scripts/start/demo-password.ts';

/** Administers the second firm, to which nobody of the demo firm belongs. */
export const stranger = {
  id: 'user-mallory',
  name: 'Mallory Quist',
  email: 'mallory@other-firm.example',
  roles: ['admin'],
} as const;

const withPassword = <Person extends object>(person: Person) => ({ ...person, password: demoPassword });

/** Everybody as whom an attack can be signed in. Ana, Ben, Olga and Ada belong to the demo firm. */
export const people = {
  ana: withPassword(demoPeople.analyst),
  ben: withPassword(demoPeople.approver),
  olga: withPassword(demoPeople.operator),
  ada: withPassword(demoPeople.admin),
  mallory: withPassword(stranger),
} as const;

export type PersonName = keyof typeof people;
