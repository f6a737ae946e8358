import type { MappingTest } from '../../../mapping/document.ts';
import { bareCustomer, railCustomer } from './customers.ts';

export const kantataClientSamples: MappingTest[] = [
  {
    name: 'with address and contact',
    input: railCustomer,
    expected: {
      name: 'Northgate Rail Ltd',
      company: true,
      contact_name: 'Mara Ellis',
      email: 'mara.ellis@northgate-rail.example',
      phone_number: '+44 1904 555 0100',
      address: '12 Station Road\nFloor 3\nYO1 6GA York\nNorth Yorkshire\nGB',
      website: 'https://northgate-rail.example',
    },
  },
  {
    name: 'hardly anything known',
    input: bareCustomer,
    expected: {
      name: 'Placeholder Inc',
      company: true,
    },
  },
];
