import type { MappingTest } from '../../../mapping/document.ts';
import { alpineSchedule, datedSchedule, fixedFeeSchedule, railSchedule, upfrontSchedule } from './schedules.ts';

export const netsuiteScheduleSamples: MappingTest[] = [
  {
    name: 'time and materials',
    input: railSchedule,
    expected: {
      name: 'Northgate Rail: timetable platform 000301AAA',
      scheduleType: {
        id: 'TM',
      },
      frequency: {
        id: 'MONTHLY',
      },
      repeatEvery: {
        id: '1',
      },
      inArrears: true,
      seriesStartDate: '2026-12-01',
      recurrenceTerms: {
        id: '2',
      },
      isPublic: false,
    },
  },
  {
    name: 'milestones',
    input: alpineSchedule,
    expected: {
      name: 'Alpenblick: claims target model 000302AAA',
      scheduleType: {
        id: 'FBM',
      },
      inArrears: true,
      seriesStartDate: '2027-01-04',
      recurrenceTerms: {
        id: '3',
      },
      isPublic: false,
      milestone: {
        items: [
          {
            milestoneAmount: 33.3333,
            milestoneDate: '2027-02-26',
            milestoneCompleted: false,
            milestoneTerms: {
              id: '3',
            },
            comments: 'Findings accepted',
          },
          {
            milestoneAmount: 66.6667,
            milestoneDate: '2027-06-30',
            milestoneCompleted: false,
            milestoneTerms: {
              id: '3',
            },
            comments: 'Target model signed off',
          },
        ],
      },
    },
  },
  {
    name: 'monthly instalments',
    input: fixedFeeSchedule,
    expected: {
      name: 'Placeholder: pricing review 000303AAA',
      scheduleType: {
        id: 'STD',
      },
      frequency: {
        id: 'CUSTOM',
      },
      inArrears: false,
      seriesStartDate: '2026-12-07',
      recurrenceTerms: {
        id: '1',
      },
      isPublic: false,
      recurrence: {
        items: [
          {
            recurrenceDate: '2026-12-07',
            amount: 33.3333,
            paymentTerms: {
              id: '1',
            },
            relativeToPrevious: false,
          },
          {
            recurrenceDate: '2027-01-01',
            amount: 33.3333,
            paymentTerms: {
              id: '1',
            },
            relativeToPrevious: false,
          },
          {
            recurrenceDate: '2027-02-01',
            amount: 33.3334,
            paymentTerms: {
              id: '1',
            },
            relativeToPrevious: false,
          },
        ],
      },
    },
  },
  {
    name: 'upfront',
    input: upfrontSchedule,
    expected: {
      name: 'Placeholder: pricing review 000303AAA',
      scheduleType: {
        id: 'STD',
      },
      frequency: {
        id: 'ONETIME',
      },
      inArrears: false,
      seriesStartDate: '2026-12-07',
      initialTerms: {
        id: '1',
      },
      isPublic: false,
    },
  },
  {
    name: 'on given dates',
    input: datedSchedule,
    expected: {
      name: 'Northgate Rail: timetable platform 000301AAA',
      scheduleType: {
        id: 'STD',
      },
      frequency: {
        id: 'CUSTOM',
      },
      inArrears: true,
      seriesStartDate: '2026-12-01',
      recurrenceTerms: {
        id: '2',
      },
      isPublic: false,
      recurrence: {
        items: [
          {
            recurrenceDate: '2027-01-11',
            amount: 56.6038,
            paymentTerms: {
              id: '2',
            },
            relativeToPrevious: false,
          },
          {
            recurrenceDate: '2027-03-31',
            amount: 22.7716,
            paymentTerms: {
              id: '2',
            },
            relativeToPrevious: false,
          },
          {
            recurrenceDate: '2027-03-31',
            amount: 16.7859,
            paymentTerms: {
              id: '2',
            },
            relativeToPrevious: false,
          },
          {
            recurrenceDate: '2027-03-31',
            amount: 3.8387,
            paymentTerms: {
              id: '2',
            },
            relativeToPrevious: false,
          },
        ],
      },
    },
  },
];
