/** The sample contracts as our projects. */
export const railProject = {
  id: '006Hk0000000301AAA',
  name: 'Northgate Rail: timetable platform',
  contractId: '006Hk0000000301AAA',
  customerId: '001Hk0000000102AAA',
  status: 'planned',
  contractType: 'time-and-materials',
  legalEntity: 'HP-UK',
  deliveryRegion: 'UK & Ireland',
  practice: 'Technology',
  currency: 'GBP',
  startDate: '2026-12-01',
  endDate: '2027-03-31',
  budget: {
    amount: '61480.00',
    currency: 'GBP',
  },
  owner: {
    id: '005Hk0000000003AAA',
    name: 'Amelia Hart',
    email: 'amelia.hart@haldenpike.example',
  },
  phases: [
    {
      id: 'discovery',
      name: 'Discovery',
      sequence: 1,
      startDate: '2026-12-01',
      endDate: '2027-03-31',
    },
    {
      id: 'build',
      name: 'Build',
      sequence: 2,
      startDate: '2026-12-01',
      endDate: '2027-03-31',
    },
  ],
  tasks: [
    {
      id: '00kHk0000000401AAA',
      phaseId: 'discovery',
      name: 'Senior consultant',
      roleCode: 'SENIOR',
      plannedHours: '80',
      budget: {
        amount: '14000.00',
        currency: 'GBP',
      },
      startDate: '2026-12-01',
      endDate: '2027-03-31',
      sequence: 1,
    },
    {
      id: '00kHk0000000402AAA',
      phaseId: 'build',
      name: 'Engineer',
      roleCode: 'ENGINEER',
      plannedHours: '240',
      budget: {
        amount: '34800.00',
        currency: 'GBP',
      },
      startDate: '2027-01-11',
      endDate: '2027-03-31',
      sequence: 1,
    },
    {
      id: '00kHk0000000403AAA',
      phaseId: 'build',
      name: 'Senior consultant',
      roleCode: 'SENIOR',
      plannedHours: '64.5',
      budget: {
        amount: '10320.00',
        currency: 'GBP',
      },
      startDate: '2026-12-01',
      endDate: '2027-03-31',
      sequence: 2,
    },
    {
      id: '00kHk0000000404AAA',
      phaseId: 'build',
      name: 'Travel allowance',
      budget: {
        amount: '2360.00',
        currency: 'GBP',
      },
      startDate: '2026-12-01',
      endDate: '2027-03-31',
      sequence: 3,
    },
  ],
  milestones: [],
  roles: [
    {
      roleCode: 'SENIOR',
      billRate: {
        amount: '168.30',
        currency: 'GBP',
      },
      plannedHours: '144.5',
    },
    {
      roleCode: 'ENGINEER',
      billRate: {
        amount: '145.00',
        currency: 'GBP',
      },
      plannedHours: '240',
    },
  ],
};

export const alpineProject = {
  id: '006Hk0000000302AAA',
  name: 'Alpenblick: claims target model',
  contractId: '006Hk0000000302AAA',
  customerId: '001Hk0000000110AAA',
  status: 'planned',
  contractType: 'milestone',
  legalEntity: 'HP-DE',
  deliveryRegion: 'DACH',
  practice: 'Strategy',
  currency: 'CHF',
  startDate: '2027-01-04',
  endDate: '2027-06-30',
  budget: {
    amount: '90000.00',
    currency: 'CHF',
  },
  owner: {
    id: '005Hk0000000007AAA',
  },
  phases: [
    {
      id: 'discovery',
      name: 'Discovery',
      sequence: 1,
      startDate: '2027-01-04',
      endDate: '2027-06-30',
    },
    {
      id: 'design',
      name: 'Design',
      sequence: 2,
      startDate: '2027-01-04',
      endDate: '2027-06-30',
    },
  ],
  tasks: [],
  milestones: [
    {
      id: '00kHk0000000411AAA',
      phaseId: 'discovery',
      name: 'Findings accepted',
      dueDate: '2027-02-26',
      amount: {
        amount: '30000.00',
        currency: 'CHF',
      },
      sequence: 1,
    },
    {
      id: '00kHk0000000412AAA',
      phaseId: 'design',
      name: 'Target model signed off',
      dueDate: '2027-06-30',
      amount: {
        amount: '60000.00',
        currency: 'CHF',
      },
      sequence: 1,
    },
  ],
  roles: [],
};

export const fixedFeeProject = {
  id: '006Hk0000000303AAA',
  name: 'Placeholder: pricing review',
  contractId: '006Hk0000000303AAA',
  customerId: '001Hk0000000199AAA',
  status: 'planned',
  contractType: 'fixed-fee',
  legalEntity: 'HP-US',
  deliveryRegion: 'North America',
  currency: 'USD',
  startDate: '2026-12-07',
  endDate: '2027-02-19',
  budget: {
    amount: '10000.00',
    currency: 'USD',
  },
  owner: {
    id: '005Hk0000000003AAA',
    name: 'Amelia Hart',
    email: 'amelia.hart@haldenpike.example',
  },
  phases: [
    {
      id: 'delivery',
      name: 'Delivery',
      sequence: 1,
      startDate: '2026-12-07',
      endDate: '2027-02-19',
    },
  ],
  tasks: [
    {
      id: '00kHk0000000421AAA',
      phaseId: 'delivery',
      name: 'Fixed fee',
      budget: {
        amount: '10000.00',
        currency: 'USD',
      },
      startDate: '2026-12-07',
      endDate: '2027-02-19',
      sequence: 1,
    },
  ],
  milestones: [],
  roles: [],
};
