import type { MappingTest } from '../../../mapping/document.ts';
import { railProject } from './projects.ts';

export const kantataResourceSamples: MappingTest[] = [
  {
    name: 'a senior consultant',
    input: { role: railProject.roles[0], workspaceId: '9001' },
    expected: {
      workspace_id: '9001',
      role_id: '510003',
      label: 'Senior consultant',
      bill_rate: 16830,
    },
  },
];
