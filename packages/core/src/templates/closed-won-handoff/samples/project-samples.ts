import type { MappingTest } from '../../../mapping/document.ts';
import { alpineContract, fixedFeeContract, railContract } from './contracts.ts';
import { alpineProject, fixedFeeProject, railProject } from './projects.ts';

export const projectSamples: MappingTest[] = [
  {
    name: 'two phases, a role sold at two rates',
    input: railContract,
    expected: railProject,
  },
  {
    name: 'milestones only',
    input: alpineContract,
    expected: alpineProject,
  },
  {
    name: 'no phase named',
    input: fixedFeeContract,
    expected: fixedFeeProject,
  },
];
