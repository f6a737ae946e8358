import type { TemplateMapping } from '../../template.ts';
import { kantataWorkspaceSamples } from '../samples/kantata-workspace-samples.ts';

export const projectToKantataWorkspace: TemplateMapping = {
  kind: 'mapping',
  key: 'project-to-kantata-workspace',
  name: 'Project to Kantata workspace',
  description: 'Our project as Kantata keeps it: dates, budget, client and rate card.',
  document: {
    format: 1,
    source: {
      kind: 'bundle',
      parts: { project: { kind: 'entity', entity: 'project', version: '1.0.0' }, clientId: { kind: 'any' } },
    },
    target: { kind: 'object', system: 'kantata', object: 'workspaces' },
    text: `/* A rate card has one currency. When no card fits, the project has none, and the rates that were sold apply. */
$compact({
  "title": $substring(project.name, 0, 255),
  "description": $join(["Contract " & project.contractId, project.practice, project.deliveryRegion], ", "),
  "creator_role": "maven",
  "budgeted": true,
  "currency": project.currency,
  "price": project.budget.amount,
  "start_date": project.startDate,
  "due_date": project.endDate,
  "rate_card_id": $valueMap("kantata-rate-card", project.legalEntity & " " & project.currency, null),
  "workspace_group_ids": [clientId],
  "primary_workspace_group_id": clientId,
  "stories_are_fixed_fee_by_default": project.contractType != "time-and-materials",
  "require_time_approvals": true,
  "require_expense_approvals": true
})`,
    tests: kantataWorkspaceSamples,
  },
};
