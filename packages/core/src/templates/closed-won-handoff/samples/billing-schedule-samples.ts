import type { MappingTest } from '../../../mapping/document.ts';
import { alpineContract, fixedFeeContract, railContract } from './contracts.ts';
import { alpineSchedule, datedSchedule, fixedFeeSchedule, railSchedule, upfrontSchedule } from './schedules.ts';

export const billingScheduleSamples: MappingTest[] = [
  {
    name: 'time billed as it is worked',
    input: railContract,
    expected: railSchedule,
  },
  {
    name: 'milestones',
    input: alpineContract,
    expected: alpineSchedule,
  },
  {
    name: 'a fee in months that do not divide it',
    input: fixedFeeContract,
    expected: fixedFeeSchedule,
  },
  {
    name: 'everything upfront',
    input: { ...fixedFeeContract, billingModel: 'upfront' },
    expected: upfrontSchedule,
  },
  {
    name: 'by the dates of the lines, in order',
    input: { ...railContract, billingModel: 'fixed-schedule' },
    expected: datedSchedule,
  },
];
