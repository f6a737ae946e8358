/** The roles a person may have in an organisation. Steps notify and ask people by role. */
export const personRoles = ['viewer', 'analyst', 'approver', 'operator', 'admin'] as const;
