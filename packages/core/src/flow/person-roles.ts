/** What a person may be in an organisation. Steps tell and ask people by role. */
export const personRoles = ['viewer', 'analyst', 'approver', 'operator', 'admin'] as const;
