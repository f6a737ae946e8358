import type { MappingTest } from '../../../mapping/document.ts';
import { alpineProject, railProject } from './projects.ts';

export const kantataWorkspaceSamples: MappingTest[] = [
  {
    name: 'on the rate card of its legal entity',
    input: { project: railProject, clientId: '501' },
    expected: {
      title: 'Northgate Rail: timetable platform',
      description: 'Contract 006Hk0000000301AAA, Technology, UK & Ireland',
      creator_role: 'maven',
      budgeted: true,
      currency: 'GBP',
      price: '61480.00',
      start_date: '2026-12-01',
      due_date: '2027-03-31',
      rate_card_id: '1',
      workspace_group_ids: ['501'],
      primary_workspace_group_id: '501',
      stories_are_fixed_fee_by_default: false,
      require_time_approvals: true,
      require_expense_approvals: true,
    },
  },
  {
    name: 'no rate card in its currency',
    input: { project: alpineProject, clientId: '501' },
    expected: {
      title: 'Alpenblick: claims target model',
      description: 'Contract 006Hk0000000302AAA, Strategy, DACH',
      creator_role: 'maven',
      budgeted: true,
      currency: 'CHF',
      price: '90000.00',
      start_date: '2027-01-04',
      due_date: '2027-06-30',
      workspace_group_ids: ['501'],
      primary_workspace_group_id: '501',
      stories_are_fixed_fee_by_default: true,
      require_time_approvals: true,
      require_expense_approvals: true,
    },
  },
];
