import type { TemplateMapping } from '../../template.ts';
import { kantataStorySamples } from '../samples/kantata-story-samples.ts';

export const projectWorkToKantataStory: TemplateMapping = {
  kind: 'mapping',
  key: 'project-work-to-kantata-story',
  name: 'Phase, task or milestone to Kantata task',
  description: 'One element of the work breakdown as Kantata keeps it.',
  document: {
    format: 1,
    source: {
      kind: 'bundle',
      parts: {
        project: { kind: 'entity', entity: 'project', version: '1.0.0' },
        work: { kind: 'any' },
        workspaceId: { kind: 'any' },
        parentId: { kind: 'any' },
      },
    },
    target: { kind: 'object', system: 'kantata', object: 'stories' },
    text: `/* A milestone has an amount and a task has a budget. A phase has neither. */
(
  $isMilestone := $exists(work.amount);
  $isTask := $exists(work.budget);
  $compact({
    "workspace_id": workspaceId,
    "parent_id": parentId,
    "title": $substring(work.name, 0, 200),
    "story_type": $isMilestone ? "milestone" : $isTask ? "task" : "deliverable",
    "start_date": $isMilestone ? work.dueDate : work.startDate,
    "due_date": $isMilestone ? work.dueDate : work.endDate,
    "time_estimate_in_minutes": $hoursToMinutes(work.plannedHours),
    "budget_estimate_in_cents": $minorUnits($isMilestone ? work.amount : work.budget),
    "billable": true,
    "fixed_fee": $isMilestone or ($isTask and project.contractType != "time-and-materials")
  })
)`,
    tests: kantataStorySamples,
  },
};
