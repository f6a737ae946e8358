export const currencies = ['GBP', 'EUR', 'USD', 'CHF'] as const;
export const legalEntities = ['HP-UK', 'HP-DE', 'HP-US'] as const;
export const contractTypes = ['Time and Materials', 'Fixed Fee', 'Retainer', 'Milestone'] as const;
export const billingModels = [
  'Monthly in Arrears',
  'Monthly in Advance',
  'Upfront',
  'On Milestone',
  'Fixed Schedule',
] as const;
export const billingTerms = ['Net 14', 'Net 30', 'Net 45', 'Net 60'] as const;
export const taxJurisdictions = [
  'GB',
  'DE',
  'AT',
  'CH',
  'FR',
  'NL',
  'IE',
  'US-NY',
  'US-CA',
  'US-MA',
  'US-TX',
  'US-IL',
] as const;
export const deliveryRegions = ['UK & Ireland', 'DACH', 'North America'] as const;
export const practices = [
  'Strategy',
  'Operations',
  'Data & AI',
  'Technology',
  'Finance Transformation',
  'Experience Design',
] as const;
export const roleCodes = [
  'PARTNER',
  'PRINCIPAL',
  'SENIOR',
  'CONSULTANT',
  'ANALYST',
  'ARCHITECT',
  'ENGINEER',
  'DESIGNER',
  'PM',
] as const;
export const units = ['hour', 'day', 'each', 'month'] as const;
export const productFamilies = ['Role', 'Fixed fee', 'Retainer', 'Milestone'] as const;
export const collectionsStatuses = ['Current', 'Overdue', 'In Collections', 'On Hold'] as const;
export const industries = [
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Consulting',
  'Education',
  'Energy',
  'Engineering',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other',
] as const;

/** Stage → what the platform derives from it. */
export const stages = {
  Prospecting: { probability: 10, isClosed: false, isWon: false, forecastCategory: 'Pipeline' },
  Qualification: { probability: 25, isClosed: false, isWon: false, forecastCategory: 'Pipeline' },
  Proposal: { probability: 50, isClosed: false, isWon: false, forecastCategory: 'BestCase' },
  Negotiation: { probability: 80, isClosed: false, isWon: false, forecastCategory: 'Forecast' },
  'Closed Won': { probability: 100, isClosed: true, isWon: true, forecastCategory: 'Closed' },
  'Closed Lost': { probability: 0, isClosed: true, isWon: false, forecastCategory: 'Omitted' },
} as const;
export type Stage = keyof typeof stages;

export const leadSources = ['Web', 'Referral', 'Partner', 'Event', 'Existing Client', 'Other'];

export const geocodeAccuracies = [
  'Address NearAddress Block Street ExtendedZip Zip Neighborhood City County State Unknown',
].flatMap((names) => names.split(' '));

/** The forecast categories and how people read them. */
export const forecastCategoryNames = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  Forecast: 'Commit',
  Closed: 'Closed',
} as const;
