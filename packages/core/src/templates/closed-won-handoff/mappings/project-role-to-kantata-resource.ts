import type { TemplateMapping } from '../../template.ts';
import { kantataResourceSamples } from '../samples/kantata-resource-samples.ts';

export const projectRoleToKantataResource: TemplateMapping = {
  kind: 'mapping',
  key: 'project-role-to-kantata-resource',
  name: 'Project role to Kantata resource',
  description: 'A role of the project as an unnamed place on its team in Kantata.',
  document: {
    format: 1,
    source: { kind: 'bundle', parts: { role: { kind: 'any' }, workspaceId: { kind: 'any' } } },
    target: { kind: 'object', system: 'kantata', object: 'workspace_resources' },
    text: `{
  "workspace_id": workspaceId,
  "role_id": $valueMap("kantata-role", role.roleCode)
}`,
    tests: kantataResourceSamples,
  },
};
