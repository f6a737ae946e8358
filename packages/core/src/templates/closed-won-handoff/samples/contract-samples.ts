import type { MappingTest } from '../../../mapping/document.ts';
import { alpineContract, emptyContract, fixedFeeContract, railContract } from './contracts.ts';
import { alpineDeal, emptyDeal, fixedFeeDeal, railDeal, railOwner } from './salesforce-deals.ts';

export const contractSamples: MappingTest[] = [
  {
    name: 'time and materials, hours and days',
    input: { opportunity: railDeal, owner: railOwner },
    expected: railContract,
  },
  {
    name: 'milestones in Swiss francs, owner gone',
    input: { opportunity: alpineDeal, owner: null },
    expected: alpineContract,
  },
  {
    name: 'one fixed fee without phase, unit or purchase order',
    input: { opportunity: fixedFeeDeal, owner: railOwner },
    expected: fixedFeeContract,
  },
  {
    name: 'a description only: what is missing stays missing',
    input: { opportunity: emptyDeal, owner: railOwner },
    expected: emptyContract,
  },
];
