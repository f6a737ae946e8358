import type { personRoles } from '../../flow/person-roles.ts';

/** What a person may do in an organisation; one person can hold several. Free of database code: screens use it too. */
export { personRoles as roles } from '../../flow/person-roles.ts';
export type Role = (typeof personRoles)[number];

/**
 * Who works with the data of records. Everybody else, which is a viewer, sees invented values where personal data is; an
 * admin sees everything.
 */
export const rolesWithPersonalData: readonly Role[] = ['analyst', 'approver', 'operator'];
