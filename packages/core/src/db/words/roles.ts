/** What a person may do in an organisation; one person can hold several. Free of database code: screens use it too. */
export const roles = ['viewer', 'analyst', 'approver', 'operator', 'admin'] as const;
export type Role = (typeof roles)[number];
