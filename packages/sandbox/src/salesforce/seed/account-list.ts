/** An account of the demo firm. Names, numbers and addresses are invented. */
export interface SeedAccount {
  readonly name: string;
  /** Null for the one account whose deal is meant to stop at the check for a legal entity. */
  readonly legalEntity: 'HP-UK' | 'HP-DE' | 'HP-US' | null;
  readonly currency: 'GBP' | 'EUR' | 'USD' | 'CHF';
  readonly street: string;
  readonly city: string;
  readonly state?: string;
  readonly postalCode: string;
  readonly countryCode: string;
  readonly vatNumber: string | null;
  readonly companyNumber: string;
  readonly industry: string;
  readonly domain: string;
  /** Name of the parent; parents stand before their children. */
  readonly parent?: string;
}

/** name | street, city, (state,) postal code | country | VAT number | company number | industry | domain | parent */
const UNITED_KINGDOM = `
Brackenridge Group plc | 14 Fenchurch Row, London, EC3M 5AB | GB | GB214587301 | 04872155 | Transportation | brackenridge.example | -
Brackenridge Logistics Ltd | Unit 3 Orbital Park, Ashford, TN24 0GH | GB | GB214587402 | 05211870 | Transportation | logistics.brackenridge.example | Brackenridge Group plc
Brackenridge Cold Chain Ltd | 8 Harbour Way, Grimsby, DN31 3LL | GB | GB214587503 | 07120446 | Transportation | coldchain.brackenridge.example | Brackenridge Logistics Ltd
Thornbury Water Services | 2 Reservoir Lane, Bristol, BS35 1HZ | GB | GB330918264 | 02366712 | Utilities | thornburywater.example | -
Castlegate Building Society | 77 Micklegate, York, YO1 6LH | GB | GB118405927 | IP00412R | Banking | castlegate.example | -
Merrow & Finch LLP | 30 Chancery Court, London, WC2A 1LT | GB | GB402771856 | OC318842 | Consulting | merrowfinch.example | -
Ardmore Whisky Company | 1 Glenside Road, Inverness, IV2 4QR | GB | GB551209384 | SC214903 | Food & Beverage | ardmorewhisky.example | -
Northgate NHS Foundation Trust | Northgate Hospital, Leeds, LS9 7TF | GB | GB654925008 | RXN90 | Healthcare | northgate-nhs.example | -
Pelham Retail Holdings | 200 Oxford Arcade, London, W1D 2HG | GB | GB287340619 | 03998217 | Retail | pelham.example | -
Pelham Home Ltd | 5 Trade Street, Cardiff, CF10 5DT | GB | GB287340720 | 06110384 | Retail | home.pelham.example | Pelham Retail Holdings
Sable Energy Networks | 61 Tyne Bridge Road, Newcastle upon Tyne, NE1 3DX | GB | GB709126543 | 08334571 | Energy | sableenergy.example | -
Lockhart University | 1 College Green, Edinburgh, EH8 9YL | GB | GB592644077 | SC005336 | Education | lockhart-uni.example | -
Kestrel Aero Engineering | Hangar 9 Filton, Bristol, BS34 7QW | GB | GB836150294 | 09471123 | Engineering | kestrelaero.example | -
Dunmore Telecom Ireland | 12 Grand Canal Plaza, Dublin, D02 X525 | IE | IE6388047V | 512974 | Telecommunications | dunmoretelecom.example | -
Ashcombe Insurance | 9 Lime Street Square, London, EC3M 7HA | GB | GB447293815 | 01877420 | Insurance | ashcombe.example | -
`;

const GERMANY = `
Rheinwerk Maschinenbau AG | Industriestraße 41, Düsseldorf, 40221 | DE | DE287461953 | HRB 58211 | Machinery | rheinwerk.example | -
Rheinwerk Antriebstechnik GmbH | Am Hafen 7, Duisburg, 47119 | DE | DE287462044 | HRB 30417 | Machinery | antrieb.rheinwerk.example | Rheinwerk Maschinenbau AG
Hanseatische Versicherung AG | Ballindamm 22, Hamburg, 20095 | DE | DE118730462 | HRB 9134 | Insurance | hanseatische.example | -
Isartal Biotech GmbH | Forschungsweg 3, München, 81377 | DE | DE316094827 | HRB 214550 | Biotechnology | isartal-biotech.example | -
Stadtwerke Lindenau | Lindenauer Markt 12, Leipzig, 04177 | DE | DE204851736 | HRB 7782 | Utilities | sw-lindenau.example | -
Voss & Söhne Spedition | Containerring 5, Bremen, 28197 | DE | DE155920384 | HRA 21045 | Shipping | voss-spedition.example | -
Helvetia Präzision AG | Uhrmacherstrasse 18, Biel/Bienne, 2502 | CH | CHE-114.872.305 MWST | CHE-114.872.305 | Manufacturing | helvetia-praezision.example | -
Bergquell Privatbank AG | Bahnhofstrasse 60, Zürich, 8001 | CH | CHE-108.334.917 MWST | CHE-108.334.917 | Banking | bergquell.example | -
Bergquell Asset Management AG | Bahnhofstrasse 62, Zürich, 8001 | CH | CHE-119.405.668 MWST | CHE-119.405.668 | Finance | am.bergquell.example | Bergquell Privatbank AG
Donau Medien GmbH | Praterstraße 31, Wien, 1020 | AT | ATU58214703 | FN 284417 k | Media | donau-medien.example | -
Alpenglas Werke AG | Glashüttenweg 2, Chur, 7000 | CH | CHE-221.570.846 MWST | CHE-221.570.846 | Manufacturing | alpenglas.example | -
Kornfeld Lebensmittel GmbH | Mühlenweg 19, Hannover, 30419 | DE | DE262718495 | HRB 61208 | Food & Beverage | kornfeld.example | -
Océane Distribution SAS | 18 rue du Port, Lille, 59800 | FR | FR38512774906 | 512774906 | Retail | oceane-distribution.example | -
`;

const UNITED_STATES = `
Harborline Financial Inc | 250 Water Street, New York, NY, 10038 | US | - | 13-4471902 | Finance | harborline.example | -
Harborline Securities LLC | 252 Water Street, New York, NY, 10038 | US | - | 13-5580217 | Finance | securities.harborline.example | Harborline Financial Inc
Cedar Ridge Health System | 4100 Evergreen Parkway, Sacramento, CA, 95814 | US | - | 68-0193745 | Healthcare | cedarridge.example | -
Bluestem Agritech Corp | 77 Prairie Avenue, Chicago, IL, 60616 | US | - | 36-7720418 | Food & Beverage | bluestem.example | -
Quantum Loom Inc | 1901 Mission Street, San Francisco, CA, 94103 | US | - | 94-3316087 | Technology | quantumloom.example | -
Old Colony Publishing | 12 Beacon Hill Place, Boston, MA, 02108 | US | - | 04-2218733 | Media | oldcolony.example | -
Lone Mesa Utilities | 900 Congress Avenue, Austin, TX, 78701 | US | - | 74-6105529 | Utilities | lonemesa.example | -
Granite Peak Insurance Group | 55 Summit Street, Boston, MA, 02110 | US | - | 04-8890316 | Insurance | granitepeak.example | -
Westbrook Retail Partners | 600 Sunset Plaza, Los Angeles, CA, 90028 | US | - | 95-4427781 | Retail | westbrook.example | -
Hudson Freight Systems | 88 Dock Road, Albany, NY, 12207 | US | - | 14-1902265 | Transportation | hudsonfreight.example | -
Hudson Freight Canada Bridge LLC | 90 Dock Road, Buffalo, NY, 14203 | US | - | 16-7731840 | Transportation | bridge.hudsonfreight.example | Hudson Freight Systems
`;

const WITHOUT_ENTITY = `
Marlowe Maritime Museum | Quay 4, Portsmouth, PO1 3LJ | GB | GB900417236 | 01142873 | Not For Profit | marlowemuseum.example | -
`;

export const seedAccounts: readonly SeedAccount[] = [
  ...readAccounts(UNITED_KINGDOM, 'HP-UK'),
  ...readAccounts(GERMANY, 'HP-DE'),
  ...readAccounts(UNITED_STATES, 'HP-US'),
  ...readAccounts(WITHOUT_ENTITY, null),
];

function readAccounts(table: string, legalEntity: SeedAccount['legalEntity']): SeedAccount[] {
  return table
    .trim()
    .split('\n')
    .map((line) => readAccount(line.split(' | '), legalEntity));
}

function readAccount(cells: readonly string[], legalEntity: SeedAccount['legalEntity']): SeedAccount {
  const [
    name = '',
    address = '',
    countryCode = '',
    vatNumber = '',
    companyNumber = '',
    industry = '',
    domain = '',
    parent = '-',
  ] = cells;
  const [street = '', city = '', third = '', fourth] = address.split(', ');
  return {
    name,
    legalEntity,
    currency: currencyOf(countryCode),
    street,
    city,
    ...(fourth !== undefined && { state: third }),
    postalCode: fourth ?? third,
    countryCode,
    vatNumber: vatNumber === '-' ? null : vatNumber,
    companyNumber,
    industry,
    domain,
    ...(parent !== '-' && { parent }),
  };
}

function currencyOf(countryCode: string): SeedAccount['currency'] {
  if (countryCode === 'GB') return 'GBP';
  if (countryCode === 'US') return 'USD';
  return countryCode === 'CH' ? 'CHF' : 'EUR';
}
