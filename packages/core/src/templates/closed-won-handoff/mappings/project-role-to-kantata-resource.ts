import type { TemplateMapping } from '../../template.ts';
import { kantataResourceSamples } from '../samples/kantata-resource-samples.ts';

export const projectRoleToKantataResource: TemplateMapping = {
  kind: 'mapping',
  key: 'project-role-to-kantata-resource',
  name: 'Project role to Kantata resource',
  description: 'A role of the project as an unnamed place on its team in Kantata, at the rate that was sold.',
  document: {
    format: 1,
    source: { kind: 'bundle', parts: { role: { kind: 'any' }, workspaceId: { kind: 'any' } } },
    target: { kind: 'object', system: 'kantata', object: 'workspace_resources' },
    text: `{
  "workspace_id": workspaceId,
  "role_id": $valueMap("kantata-role", role.roleCode),
  "label": $valueMap("role-name", role.roleCode, role.roleCode),
  "bill_rate": $minorUnits(role.billRate)
}`,
    tests: kantataResourceSamples,
  },
};
