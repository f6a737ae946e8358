/** Price per unit in pounds; other currencies are derived. Roles are sold by the hour. */
export interface SeedProduct {
  readonly code: string;
  readonly name: string;
  readonly family: 'Role' | 'Fixed fee' | 'Retainer' | 'Milestone';
  readonly role: string | null;
  readonly price: number;
}

const role = (code: string, name: string, price: number): SeedProduct => ({
  code: `ROLE-${code}`,
  name,
  family: 'Role',
  role: code,
  price,
});

export const seedProducts: readonly SeedProduct[] = [
  role('PARTNER', 'Partner', 385),
  role('PRINCIPAL', 'Principal Consultant', 310),
  role('SENIOR', 'Senior Consultant', 245),
  role('CONSULTANT', 'Consultant', 185),
  role('ANALYST', 'Analyst', 140),
  role('ARCHITECT', 'Solution Architect', 275),
  role('ENGINEER', 'Engineer', 195),
  role('DESIGNER', 'Service Designer', 180),
  role('PM', 'Project Manager', 210),
  { code: 'FF-PHASE', name: 'Fixed-fee phase', family: 'Fixed fee', role: null, price: 30_000 },
  { code: 'RET-MONTH', name: 'Advisory retainer', family: 'Retainer', role: null, price: 12_500 },
  { code: 'MS-PAYMENT', name: 'Milestone payment', family: 'Milestone', role: null, price: 25_000 },
];

const FACTORS = { GBP: 1, EUR: 1.15, USD: 1.28, CHF: 1.12 } as const;
export type SeedCurrency = keyof typeof FACTORS;
export const seedCurrencies = Object.keys(FACTORS) as SeedCurrency[];

/** The list price in a currency, to the next five. */
export function priceIn(currency: SeedCurrency, pounds: number): number {
  return Math.round((pounds * FACTORS[currency]) / 5) * 5;
}
