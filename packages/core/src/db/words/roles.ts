import type { personRoles } from '../../flow/person-roles.ts';

/** What a person may do in an organisation; one person can hold several. Free of database code: screens use it too. */
export { personRoles as roles } from '../../flow/person-roles.ts';
export type Role = (typeof personRoles)[number];
