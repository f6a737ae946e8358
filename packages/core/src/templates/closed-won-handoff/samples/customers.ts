/** The sample accounts as our customers. */
export const railCustomer = {
  id: '001Hk0000000102AAA',
  name: 'Northgate Rail Ltd',
  number: 'AC-1042',
  parentId: '001Hk0000000101AAA',
  legalEntity: 'HP-UK',
  currency: 'GBP',
  taxRegistrations: [
    {
      scheme: 'vat',
      country: 'GB',
      number: 'GB123456789',
    },
    {
      scheme: 'company-register',
      country: 'GB',
      number: '07654321',
    },
  ],
  addresses: [
    {
      purpose: 'billing',
      street: '12 Station Road\nFloor 3',
      city: 'York',
      region: 'North Yorkshire',
      postalCode: 'YO1 6GA',
      country: 'GB',
    },
  ],
  contacts: [
    {
      id: '003Hk0000000201AAA',
      firstName: 'Mara',
      lastName: 'Ellis',
      email: 'mara.ellis@northgate-rail.example',
      phone: '+44 1904 555 0101',
      jobTitle: 'Programme Director',
      role: 'Decision Maker',
      isPrimary: true,
    },
    {
      id: '003Hk0000000202AAA',
      lastName: 'Accounts Payable',
      email: 'ap@northgate-rail.example',
      role: 'Billing Contact',
      isPrimary: false,
    },
  ],
  email: 'ap@northgate-rail.example',
  phone: '+44 1904 555 0100',
  website: 'https://northgate-rail.example',
  industry: 'Transportation',
  owner: {
    id: '005Hk0000000003AAA',
    name: 'Amelia Hart',
    email: 'amelia.hart@haldenpike.example',
  },
  origin: {
    system: 'salesforce',
    object: 'Account',
    recordId: '001Hk0000000102AAA',
    changedAt: '2026-11-20T09:15:00.000Z',
  },
};

export const alpineCustomer = {
  id: '001Hk0000000110AAA',
  name: 'Alpenblick Versicherung AG',
  legalEntity: 'HP-DE',
  currency: 'CHF',
  taxRegistrations: [
    {
      scheme: 'vat',
      country: 'CH',
      number: '100.200.300',
    },
  ],
  addresses: [
    {
      purpose: 'billing',
      street: 'Bahnhofstrasse 8',
      city: 'Zürich',
      postalCode: '8001',
      country: 'CH',
    },
  ],
  contacts: [],
  industry: 'Insurance',
  owner: {
    id: '005Hk0000000007AAA',
  },
  origin: {
    system: 'salesforce',
    object: 'Account',
    recordId: '001Hk0000000110AAA',
    changedAt: '2026-11-18T16:40:12.000Z',
  },
};

export const bareCustomer = {
  id: '001Hk0000000199AAA',
  name: 'Placeholder Inc',
  legalEntity: 'HP-US',
  currency: 'USD',
  taxRegistrations: [],
  addresses: [],
  contacts: [],
  origin: {
    system: 'salesforce',
    object: 'Account',
    recordId: '001Hk0000000199AAA',
    changedAt: '2026-11-01T08:00:00.000Z',
  },
};
