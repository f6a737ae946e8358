import type { MappingTest } from '../../../mapping/document.ts';
import { alpineProject, railProject } from './projects.ts';

export const kantataStorySamples: MappingTest[] = [
  {
    name: 'a phase',
    input: { project: railProject, work: railProject.phases[0], workspaceId: '9001' },
    expected: {
      workspace_id: '9001',
      title: 'Discovery',
      story_type: 'deliverable',
      start_date: '2026-12-01',
      due_date: '2027-03-31',
      billable: true,
      fixed_fee: false,
    },
  },
  {
    name: 'a task under its phase',
    input: { project: railProject, work: railProject.tasks[1], workspaceId: '9001', parentId: '9102' },
    expected: {
      workspace_id: '9001',
      parent_id: '9102',
      title: 'Engineer',
      story_type: 'task',
      start_date: '2027-01-11',
      due_date: '2027-03-31',
      time_estimate_in_minutes: 14400,
      budget_estimate_in_cents: 3480000,
      billable: true,
      fixed_fee: false,
    },
  },
  {
    name: 'a milestone under its phase',
    input: { project: alpineProject, work: alpineProject.milestones[0], workspaceId: '9001', parentId: '9102' },
    expected: {
      workspace_id: '9001',
      parent_id: '9102',
      title: 'Findings accepted',
      story_type: 'milestone',
      start_date: '2027-02-26',
      due_date: '2027-02-26',
      budget_estimate_in_cents: 3000000,
      billable: true,
      fixed_fee: true,
    },
  },
];
