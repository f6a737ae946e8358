import type { TemplateValueMap } from '../template.ts';

type Rows = Readonly<Record<string, string | number>>;

const table = (key: string, name: string, description: string, rows: Rows): TemplateValueMap => ({
  kind: 'value-map',
  key,
  name,
  description,
  document: { format: 1, description, entries: Object.entries(rows).map(([from, to]) => ({ key: from, value: to })) },
});

/** What one system calls something and what the next one calls it. Ids on the right are those of the demo accounts. */
export const valueMaps: readonly TemplateValueMap[] = [
  table('contract-type', 'Contract type', 'Salesforce contract type to ours.', {
    'Time and Materials': 'time-and-materials',
    'Fixed Fee': 'fixed-fee',
    Retainer: 'retainer',
    Milestone: 'milestone',
  }),
  table('billing-model', 'Billing model', 'Salesforce billing model to ours.', {
    'Monthly in Arrears': 'monthly-in-arrears',
    'Monthly in Advance': 'monthly-in-advance',
    Upfront: 'upfront',
    'On Milestone': 'on-milestone',
    'Fixed Schedule': 'fixed-schedule',
  }),
  table('payment-days', 'Payment days', 'Billing terms to days until an invoice is due.', {
    'Net 14': 14,
    'Net 30': 30,
    'Net 45': 45,
    'Net 60': 60,
  }),
  table('role-name', 'Role name', 'Role code to the name people see.', {
    PARTNER: 'Partner',
    PRINCIPAL: 'Principal consultant',
    SENIOR: 'Senior consultant',
    CONSULTANT: 'Consultant',
    ANALYST: 'Analyst',
    ARCHITECT: 'Solution architect',
    ENGINEER: 'Engineer',
    DESIGNER: 'Designer',
    PM: 'Project manager',
  }),
  table('netsuite-subsidiary', 'NetSuite subsidiary', 'Legal entity to the NetSuite subsidiary that keeps its books.', {
    'HP-UK': '2',
    'HP-DE': '3',
    'HP-US': '4',
  }),
  table('netsuite-currency', 'NetSuite currency', 'ISO currency to the NetSuite currency.', {
    GBP: '1',
    USD: '2',
    EUR: '3',
    CHF: '4',
  }),
  table('netsuite-terms', 'NetSuite terms', 'Billing terms to the NetSuite payment terms.', {
    'Net 14': '1',
    'Net 30': '2',
    'Net 45': '3',
    'Net 60': '4',
  }),
  table('netsuite-item', 'NetSuite service item', 'Role code or kind of line to the NetSuite service item.', {
    PARTNER: '301',
    PRINCIPAL: '302',
    SENIOR: '303',
    CONSULTANT: '304',
    ANALYST: '305',
    ARCHITECT: '306',
    ENGINEER: '307',
    DESIGNER: '308',
    PM: '309',
    'fixed-fee': '310',
    retainer: '311',
    milestone: '312',
  }),
  table('netsuite-practice', 'NetSuite class', 'Practice to the NetSuite class that earns the revenue.', {
    Strategy: '1',
    Technology: '2',
    'Data & AI': '2',
    'Experience Design': '3',
    Operations: '4',
    'Finance Transformation': '4',
  }),
  table('netsuite-region', 'NetSuite location', 'Delivery region to the NetSuite location.', {
    'UK & Ireland': '1',
    DACH: '2',
    'North America': '3',
  }),
  table(
    'netsuite-tax-code',
    'NetSuite tax code',
    'Legal entity and tax jurisdiction to the NetSuite tax code; the star stands for every other jurisdiction.',
    {
      'HP-UK GB': '11',
      'HP-UK *': '12',
      'HP-DE DE': '21',
      'HP-DE *': '22',
      'HP-US US-NY': '32',
      'HP-US US-CA': '33',
      'HP-US *': '31',
    },
  ),
  table('kantata-role', 'Kantata role', 'Role code to the Kantata role.', {
    PARTNER: '510001',
    PRINCIPAL: '510002',
    SENIOR: '510003',
    CONSULTANT: '510004',
    ANALYST: '510005',
    ARCHITECT: '510006',
    ENGINEER: '510007',
    DESIGNER: '510008',
    PM: '510009',
  }),
  table('kantata-rate-card', 'Kantata rate card', 'Legal entity and currency to the Kantata rate card.', {
    'HP-UK GBP': '18001',
    'HP-UK EUR': '18002',
    'HP-UK USD': '18003',
    'HP-DE EUR': '18002',
    'HP-DE CHF': '18004',
    'HP-US USD': '18003',
  }),
];
