/** Resource name → the name Kantata uses for it in external references. Resources not listed cannot carry one. */
export const subjectTypes = {
  workspaces: 'Workspace',
  stories: 'Story',
  workspace_groups: 'WorkspaceGroup',
  users: 'User',
  roles: 'Role',
  rate_cards: 'RateCard',
  workspace_resources: 'WorkspaceResource',
  participations: 'Participation',
  assignments: 'Assignment',
  time_entries: 'TimeEntry',
} as const satisfies Readonly<Record<string, string>>;
