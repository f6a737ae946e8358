import type { Role } from '@throughline/core/db/words/roles';

/** What each role may do, in a sentence. */
export const roleWords: Record<Role, { readonly title: string; readonly description: string }> = {
  viewer: { title: 'Viewer', description: 'Sees everything but secrets.' },
  analyst: { title: 'Analyst', description: 'Draws flows and mappings, tries them, submits changes.' },
  approver: { title: 'Approver', description: 'Reviews, approves, publishes and rolls back.' },
  operator: { title: 'Operator', description: 'Works the exceptions: fixes, replays, resolves, cancels.' },
  admin: { title: 'Admin', description: 'Everything, and manages connections and people.' },
};
