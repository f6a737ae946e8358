import type { MappingTest } from '../../../mapping/document.ts';
import { alpineCustomer, bareCustomer, railCustomer } from './customers.ts';

export const netsuiteCustomerSamples: MappingTest[] = [
  {
    name: 'below a parent',
    input: { customer: railCustomer, parentId: '1200' },
    expected: {
      companyName: 'Northgate Rail Ltd',
      isPerson: false,
      subsidiary: {
        id: '2',
      },
      parent: {
        id: '1200',
      },
      currency: {
        id: '1',
      },
      vatRegNumber: 'GB123456789',
      email: 'ap@northgate-rail.example',
      phone: '+44 1904 555 0100',
      url: 'https://northgate-rail.example',
      addressBook: {
        items: [
          {
            label: 'Billing',
            defaultBilling: true,
            addressBookAddress: {
              addressee: 'Northgate Rail Ltd',
              addr1: '12 Station Road',
              addr2: 'Floor 3',
              city: 'York',
              state: 'North Yorkshire',
              zip: 'YO1 6GA',
              country: {
                id: 'GB',
              },
            },
          },
        ],
      },
      custentity_tl_origin: 'throughline:salesforce:Account:001Hk0000000102AAA',
    },
  },
  {
    name: 'at the top',
    input: { customer: alpineCustomer },
    expected: {
      companyName: 'Alpenblick Versicherung AG',
      isPerson: false,
      subsidiary: {
        id: '3',
      },
      currency: {
        id: '4',
      },
      vatRegNumber: '100.200.300',
      addressBook: {
        items: [
          {
            label: 'Billing',
            defaultBilling: true,
            addressBookAddress: {
              addressee: 'Alpenblick Versicherung AG',
              addr1: 'Bahnhofstrasse 8',
              city: 'Zürich',
              zip: '8001',
              country: {
                id: 'CH',
              },
            },
          },
        ],
      },
      custentity_tl_origin: 'throughline:salesforce:Account:001Hk0000000110AAA',
    },
  },
  {
    name: 'hardly anything known',
    input: { customer: bareCustomer },
    expected: {
      companyName: 'Placeholder Inc',
      isPerson: false,
      subsidiary: {
        id: '4',
      },
      currency: {
        id: '2',
      },
      custentity_tl_origin: 'throughline:salesforce:Account:001Hk0000000199AAA',
    },
  },
];
