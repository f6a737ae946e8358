import type { MappingTest } from '../../../mapping/document.ts';
import { alpineContract, fixedFeeContract, railContract } from './contracts.ts';

export const netsuiteOrderSamples: MappingTest[] = [
  {
    name: 'time and materials',
    input: { contract: railContract, customerId: '1201', billingScheduleId: '88' },
    expected: {
      entity: {
        id: '1201',
      },
      subsidiary: {
        id: '2',
      },
      currency: {
        id: '1',
      },
      tranDate: '2026-11-20',
      startDate: '2026-12-01',
      endDate: '2027-03-31',
      terms: {
        id: '2',
      },
      otherRefNum: 'PO-77812',
      memo: 'Northgate Rail: timetable platform',
      billingSchedule: {
        id: '88',
      },
      class: {
        id: '2',
      },
      location: {
        id: '1',
      },
      custbody_tl_contract_type: 'time-and-materials',
      custbody_tl_billing_model: 'monthly-in-arrears',
      custbody_tl_tax_jurisdiction: 'GB',
      custbody_tl_delivery_region: 'UK & Ireland',
      custbody_tl_origin: 'throughline:salesforce:Opportunity:006Hk0000000301AAA',
      item: {
        items: [
          {
            item: {
              id: '303',
            },
            quantity: 80,
            rate: 175,
            amount: 14000,
            taxCode: {
              id: '11',
            },
            custcol_tl_line_ref: '00kHk0000000401AAA',
            description: 'Discovery: Interviews with the timetable team',
          },
          {
            item: {
              id: '307',
            },
            quantity: 30,
            rate: 1160,
            amount: 34800,
            taxCode: {
              id: '11',
            },
            custcol_tl_line_ref: '00kHk0000000402AAA',
            description: 'Build: Engineer',
          },
          {
            item: {
              id: '303',
            },
            quantity: 64.5,
            rate: 160,
            amount: 10320,
            taxCode: {
              id: '11',
            },
            custcol_tl_line_ref: '00kHk0000000403AAA',
            description: 'Build: Senior consultant',
          },
          {
            item: {
              id: '310',
            },
            quantity: 1,
            rate: 2360,
            amount: 2360,
            taxCode: {
              id: '11',
            },
            custcol_tl_line_ref: '00kHk0000000404AAA',
            description: 'Build: Travel allowance',
          },
        ],
      },
    },
  },
  {
    name: 'milestones in Swiss francs',
    input: { contract: alpineContract, customerId: '1201', billingScheduleId: '88' },
    expected: {
      entity: {
        id: '1201',
      },
      subsidiary: {
        id: '3',
      },
      currency: {
        id: '4',
      },
      tranDate: '2026-11-18',
      startDate: '2027-01-04',
      endDate: '2027-06-30',
      terms: {
        id: '3',
      },
      memo: 'Alpenblick: claims target model',
      billingSchedule: {
        id: '88',
      },
      class: {
        id: '1',
      },
      location: {
        id: '2',
      },
      custbody_tl_contract_type: 'milestone',
      custbody_tl_billing_model: 'on-milestone',
      custbody_tl_tax_jurisdiction: 'CH',
      custbody_tl_delivery_region: 'DACH',
      custbody_tl_origin: 'throughline:salesforce:Opportunity:006Hk0000000302AAA',
      item: {
        items: [
          {
            item: {
              id: '312',
            },
            quantity: 1,
            rate: 30000,
            amount: 30000,
            taxCode: {
              id: '22',
            },
            custcol_tl_line_ref: '00kHk0000000411AAA',
            description: 'Discovery: Findings accepted',
          },
          {
            item: {
              id: '312',
            },
            quantity: 1,
            rate: 60000,
            amount: 60000,
            taxCode: {
              id: '22',
            },
            custcol_tl_line_ref: '00kHk0000000412AAA',
            description: 'Design: Target model signed off',
          },
        ],
      },
    },
  },
  {
    name: 'a fixed fee without purchase order and practice',
    input: { contract: fixedFeeContract, customerId: '1201', billingScheduleId: '88' },
    expected: {
      entity: {
        id: '1201',
      },
      subsidiary: {
        id: '4',
      },
      currency: {
        id: '2',
      },
      tranDate: '2026-11-23',
      startDate: '2026-12-07',
      endDate: '2027-02-19',
      terms: {
        id: '1',
      },
      memo: 'Placeholder: pricing review',
      billingSchedule: {
        id: '88',
      },
      location: {
        id: '3',
      },
      custbody_tl_contract_type: 'fixed-fee',
      custbody_tl_billing_model: 'monthly-in-advance',
      custbody_tl_tax_jurisdiction: 'US-NY',
      custbody_tl_delivery_region: 'North America',
      custbody_tl_origin: 'throughline:salesforce:Opportunity:006Hk0000000303AAA',
      item: {
        items: [
          {
            item: {
              id: '310',
            },
            quantity: 1,
            rate: 10000,
            amount: 10000,
            taxCode: {
              id: '32',
            },
            custcol_tl_line_ref: '00kHk0000000421AAA',
            description: 'Fixed fee',
          },
        ],
      },
    },
  },
];
