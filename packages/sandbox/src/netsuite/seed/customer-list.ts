/** A customer the firm billed before Throughline came. Names and numbers are invented. */
export interface SeedCustomer {
  readonly companyName: string;
  /** Null for a customer that finance typed in by hand, so that only the tax number says which CRM account it is. */
  readonly externalId: string | null;
  readonly vatRegNumber: string | null;
  readonly subsidiary: string;
  readonly currency: string;
  readonly terms: string;
  readonly street: string;
  readonly city: string;
  readonly zip: string;
  readonly country: string;
  readonly isInactive?: boolean;
}

/** name | external id | tax number | subsidiary | currency | terms | street, city, postal code | country */
const TABLE = `
Brackenridge Group plc | SF-001Hk0000000001IAA | GB214587301 | 2 | 1 | 4 | 14 Fenchurch Row, London, EC3M 5AB | GB
Thornbury Water Services | SF-001Hk0000000004IAA | GB330918264 | 2 | 1 | 2 | 2 Reservoir Lane, Bristol, BS35 1HZ | GB
Ardmore Whisky Co | SF-001Hk0000000007IAA | GB551209384 | 2 | 1 | 2 | 4 Distillery Yard, Inverness, IV1 1AA | GB
Pelham Retail Holdings | - | GB287340619 | 2 | 1 | 1 | 200 Oxford Arcade, London, W1D 2HG | GB
Rheinwerk Maschinenbau AG | SF-001Hk000000000GIAQ | DE287461953 | 3 | 3 | 3 | Industriestraße 41, Düsseldorf, 40221 | DE
Isartal Biotech GmbH | - | DE316094827 | 3 | 3 | 4 | Forschungsweg 3, München, 81377 | DE
Helvetia Präzision AG | - | CHE-114.872.305 MWST | 3 | 4 | 2 | Uhrmacherstrasse 18, Biel/Bienne, 2502 | CH
Hanseatische Versicherung AG | - | DE118730462 | 3 | 3 | 2 | Ballindamm 22, Hamburg, 20095 | DE
Harborline Financial Inc | SF-001Hk000000000TIAQ | - | 4 | 2 | 2 | 250 Water Street, New York, 10038 | US
Bluestem Agritech Corp | SF-001Hk000000000WIAQ | - | 4 | 2 | 1 | 77 Prairie Avenue, Chicago, 60616 | US
Calder Valley Trust | - | GB771840265 | 2 | 1 | 2 | 3 Mill Bank, Hebden Bridge, HX7 8AD | GB
`;

/** Inactive records stay in the books, but nobody may choose them any more. */
const INACTIVE = `
Fenwick & Rowe Ltd | - | GB609418337 | 2 | 1 | 2 | 18 Quay Road, Hull, HU1 2AB | GB
`;

export const seedCustomerList: readonly SeedCustomer[] = [
  ...readTable(TABLE),
  ...readTable(INACTIVE).map((each) => ({ ...each, isInactive: true })),
];

function readTable(table: string): SeedCustomer[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [
        companyName = '',
        externalId = '',
        vat = '',
        subsidiary = '',
        currency = '',
        terms = '',
        address = '',
        country = '',
      ] = line.split(' | ');
      const [street = '', city = '', zip = ''] = address.split(', ');
      return {
        companyName,
        externalId: externalId === '-' ? null : externalId,
        vatRegNumber: vat === '-' ? null : vat,
        subsidiary,
        currency,
        terms,
        street,
        city,
        zip,
        country,
      };
    });
}
