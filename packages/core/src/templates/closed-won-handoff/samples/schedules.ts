/** The sample contracts as our billing schedules. */
export const railSchedule = {
  id: '006Hk0000000301AAA',
  contractId: '006Hk0000000301AAA',
  name: 'Northgate Rail: timetable platform',
  billingModel: 'monthly-in-arrears',
  frequency: 'monthly',
  isInArrears: true,
  startDate: '2026-12-01',
  endDate: '2027-03-31',
  currency: 'GBP',
  totalAmount: {
    amount: '61480.00',
    currency: 'GBP',
  },
  paymentTerms: {
    code: 'Net 30',
    netDays: 30,
  },
  instalments: [],
};

export const alpineSchedule = {
  id: '006Hk0000000302AAA',
  contractId: '006Hk0000000302AAA',
  name: 'Alpenblick: claims target model',
  billingModel: 'on-milestone',
  frequency: 'on-event',
  isInArrears: true,
  startDate: '2027-01-04',
  endDate: '2027-06-30',
  currency: 'CHF',
  totalAmount: {
    amount: '90000.00',
    currency: 'CHF',
  },
  paymentTerms: {
    code: 'Net 45',
    netDays: 45,
  },
  instalments: [
    {
      id: '00kHk0000000411AAA',
      sequence: 1,
      description: 'Findings accepted',
      dueDate: '2027-02-26',
      amount: {
        amount: '30000.00',
        currency: 'CHF',
      },
      milestoneId: '00kHk0000000411AAA',
      percent: '33.3333',
    },
    {
      id: '00kHk0000000412AAA',
      sequence: 2,
      description: 'Target model signed off',
      dueDate: '2027-06-30',
      amount: {
        amount: '60000.00',
        currency: 'CHF',
      },
      milestoneId: '00kHk0000000412AAA',
      percent: '66.6667',
    },
  ],
};

export const fixedFeeSchedule = {
  id: '006Hk0000000303AAA',
  contractId: '006Hk0000000303AAA',
  name: 'Placeholder: pricing review',
  billingModel: 'monthly-in-advance',
  frequency: 'monthly',
  isInArrears: false,
  startDate: '2026-12-07',
  endDate: '2027-02-19',
  currency: 'USD',
  totalAmount: {
    amount: '10000.00',
    currency: 'USD',
  },
  paymentTerms: {
    code: 'Net 14',
    netDays: 14,
  },
  instalments: [
    {
      id: '006Hk0000000303AAA:1',
      sequence: 1,
      description: '2026-12',
      dueDate: '2026-12-07',
      amount: {
        amount: '3333.33',
        currency: 'USD',
      },
      percent: '33.3333',
    },
    {
      id: '006Hk0000000303AAA:2',
      sequence: 2,
      description: '2027-01',
      dueDate: '2027-01-01',
      amount: {
        amount: '3333.33',
        currency: 'USD',
      },
      percent: '33.3333',
    },
    {
      id: '006Hk0000000303AAA:3',
      sequence: 3,
      description: '2027-02',
      dueDate: '2027-02-01',
      amount: {
        amount: '3333.34',
        currency: 'USD',
      },
      percent: '33.3334',
    },
  ],
};

export const upfrontSchedule = {
  id: '006Hk0000000303AAA',
  contractId: '006Hk0000000303AAA',
  name: 'Placeholder: pricing review',
  billingModel: 'upfront',
  frequency: 'once',
  isInArrears: false,
  startDate: '2026-12-07',
  endDate: '2027-02-19',
  currency: 'USD',
  totalAmount: {
    amount: '10000.00',
    currency: 'USD',
  },
  paymentTerms: {
    code: 'Net 14',
    netDays: 14,
  },
  instalments: [
    {
      id: '006Hk0000000303AAA:1',
      sequence: 1,
      description: 'Placeholder: pricing review',
      dueDate: '2026-12-07',
      amount: {
        amount: '10000.00',
        currency: 'USD',
      },
      percent: '100',
    },
  ],
};

export const datedSchedule = {
  id: '006Hk0000000301AAA',
  contractId: '006Hk0000000301AAA',
  name: 'Northgate Rail: timetable platform',
  billingModel: 'fixed-schedule',
  frequency: 'custom',
  isInArrears: true,
  startDate: '2026-12-01',
  endDate: '2027-03-31',
  currency: 'GBP',
  totalAmount: {
    amount: '61480.00',
    currency: 'GBP',
  },
  paymentTerms: {
    code: 'Net 30',
    netDays: 30,
  },
  instalments: [
    {
      id: '00kHk0000000402AAA',
      sequence: 1,
      description: 'Engineer',
      dueDate: '2027-01-11',
      amount: {
        amount: '34800.00',
        currency: 'GBP',
      },
      percent: '56.6038',
    },
    {
      id: '00kHk0000000401AAA',
      sequence: 2,
      description: 'Senior consultant',
      dueDate: '2027-03-31',
      amount: {
        amount: '14000.00',
        currency: 'GBP',
      },
      percent: '22.7716',
    },
    {
      id: '00kHk0000000403AAA',
      sequence: 3,
      description: 'Senior consultant',
      dueDate: '2027-03-31',
      amount: {
        amount: '10320.00',
        currency: 'GBP',
      },
      percent: '16.7859',
    },
    {
      id: '00kHk0000000404AAA',
      sequence: 4,
      description: 'Travel allowance',
      dueDate: '2027-03-31',
      amount: {
        amount: '2360.00',
        currency: 'GBP',
      },
      percent: '3.8387',
    },
  ],
};
