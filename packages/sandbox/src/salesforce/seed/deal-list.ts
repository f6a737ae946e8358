import type { Stage } from '../schema/picklists.ts';

/** What is deliberately wrong with a deal. The deal's name says so too. */
export type Defect = 'terms missing' | 'zero amount' | 'no lines' | 'tax jurisdiction missing' | 'legal entity missing';

export interface SeedDeal {
  /** Positions in the account and engagement lists. */
  readonly account: number;
  readonly engagement: number;
  readonly stage: Stage;
  readonly terms: string;
  /** Close date, in days from the seed; negative is past. */
  readonly closeInDays: number;
  /**
   * Scales the deal against the engagement as listed: hours, or the price of a phase, milestone or month, are
   * multiplied by it.
   */
  readonly scale: number;
  readonly defect?: Defect;
}

const TERMS = ['Net 30', 'Net 30', 'Net 14', 'Net 45', 'Net 60'] as const;
const SCALES = [1, 0.8, 1.25, 1.4, 0.6, 1.1, 0.9] as const;
const OPEN_STAGES: readonly Stage[] = [
  'Negotiation',
  'Proposal',
  'Negotiation',
  'Qualification',
  'Negotiation',
  'Proposal',
  'Prospecting',
];

/**
 * The account of the deal without a legal entity. It is the last in the account list, and has no legal entity either.
 */
const ACCOUNT_WITHOUT_ENTITY = 39;

/** 38 complete open deals, one per account from the first on (the last account excepted). */
const openDeals = Array.from({ length: 38 }, (_, n) =>
  deal(n, n, OPEN_STAGES[n % OPEN_STAGES.length] ?? 'Proposal', 6 + n * 3),
);

/** Deals of the past, won and lost, with accounts spread over the list. */
const wonDeals = [0, 3, 6, 8, 15, 18, 21, 28, 31].map((account, n) => deal(account, n + 4, 'Closed Won', -20 - n * 23));
const lostDeals = [2, 5, 11, 17, 23, 26, 34, 37].map((account, n) => deal(account, n + 7, 'Closed Lost', -12 - n * 17));

const defectiveDeals: readonly SeedDeal[] = [
  { ...deal(4, 0, 'Negotiation', 9), defect: 'terms missing' },
  { ...deal(16, 7, 'Negotiation', 12), defect: 'zero amount' },
  { ...deal(29, 9, 'Negotiation', 15), defect: 'no lines' },
  { ...deal(22, 5, 'Negotiation', 18), defect: 'tax jurisdiction missing' },
  { ...deal(ACCOUNT_WITHOUT_ENTITY, 4, 'Negotiation', 21), defect: 'legal entity missing' },
];

/** 60 deals, oldest business first. */
export const seedDeals: readonly SeedDeal[] = [...wonDeals, ...lostDeals, ...openDeals, ...defectiveDeals];

function deal(account: number, n: number, stage: Stage, closeInDays: number): SeedDeal {
  return {
    account,
    engagement: n % 10,
    stage,
    terms: TERMS[n % TERMS.length] ?? 'Net 30',
    closeInDays,
    scale: SCALES[(n + 2 * account) % SCALES.length] ?? 1,
  };
}
