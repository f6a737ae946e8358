/** A kind of work the firm sells; deals are made from these. */
export interface Engagement {
  readonly title: string;
  readonly practice: string;
  readonly contractType: 'Time and Materials' | 'Fixed Fee' | 'Retainer' | 'Milestone';
  readonly billingModel: string;
  /** How long the project runs, in weeks. */
  readonly weeks: number;
  readonly lines: readonly EngagementLine[];
}

export interface EngagementLine {
  readonly product: string;
  readonly phase: string;
  readonly quantity: number;
  readonly unit: 'hour' | 'day' | 'each' | 'month';
  readonly description: string;
  /** A factor of the list price; the default is 1. */
  readonly priceFactor?: number;
}

const hours = (role: string, phase: string, quantity: number, description: string): EngagementLine => ({
  product: `ROLE-${role}`,
  phase,
  quantity,
  unit: 'hour',
  description,
});

const fee = (product: string, phase: string, priceFactor: number, description: string): EngagementLine => ({
  product,
  phase,
  quantity: 1,
  unit: 'each',
  description,
  priceFactor,
});

const months = (quantity: number, priceFactor: number, description: string): EngagementLine => ({
  product: 'RET-MONTH',
  phase: 'Advisory',
  quantity,
  unit: 'month',
  description,
  priceFactor,
});

export const engagements: readonly Engagement[] = [
  {
    title: 'Finance operating model',
    practice: 'Finance Transformation',
    contractType: 'Time and Materials',
    billingModel: 'Monthly in Arrears',
    weeks: 20,
    lines: [
      hours('PRINCIPAL', 'Discovery', 60, 'Stakeholder interviews and baseline'),
      hours('ANALYST', 'Discovery', 120, 'Process and cost analysis'),
      hours('PRINCIPAL', 'Design', 80, 'Target operating model'),
      hours('CONSULTANT', 'Design', 160, 'Process design by stream'),
      hours('SENIOR', 'Rollout', 180, 'Transition and training'),
      hours('PM', 'Rollout', 90, 'Programme management'),
    ],
  },
  {
    title: 'ERP selection and business case',
    practice: 'Finance Transformation',
    contractType: 'Fixed Fee',
    billingModel: 'Fixed Schedule',
    weeks: 12,
    lines: [
      fee('FF-PHASE', 'Discovery', 0.8, 'Requirements and baseline'),
      fee('FF-PHASE', 'Design', 1.2, 'Vendor evaluation and scoring'),
      fee('FF-PHASE', 'Rollout', 0.6, 'Business case and board paper'),
    ],
  },
  {
    title: 'Data platform foundation',
    practice: 'Data & AI',
    contractType: 'Milestone',
    billingModel: 'On Milestone',
    weeks: 26,
    lines: [
      fee('MS-PAYMENT', 'Discovery', 0.8, 'Data inventory accepted'),
      fee('MS-PAYMENT', 'Design', 1.4, 'Target architecture accepted'),
      fee('MS-PAYMENT', 'Build', 3.2, 'Platform in test'),
      fee('MS-PAYMENT', 'Rollout', 1.8, 'First three data products live'),
    ],
  },
  {
    title: 'CFO advisory retainer',
    practice: 'Strategy',
    contractType: 'Retainer',
    billingModel: 'Monthly in Advance',
    weeks: 52,
    lines: [
      months(12, 1, 'Advisory, 40 hours a month'),
      hours('SENIOR', 'Advisory', 48, 'On-call analysis beyond the retainer'),
    ],
  },
  {
    title: 'Service design sprint',
    practice: 'Experience Design',
    contractType: 'Fixed Fee',
    billingModel: 'Upfront',
    weeks: 6,
    lines: [
      fee('FF-PHASE', 'Discovery', 0.5, 'Research with customers'),
      fee('FF-PHASE', 'Design', 0.9, 'Prototype and test'),
    ],
  },
  {
    title: 'Integration and order-to-cash build',
    practice: 'Technology',
    contractType: 'Time and Materials',
    billingModel: 'Monthly in Arrears',
    weeks: 32,
    lines: [
      hours('ARCHITECT', 'Discovery', 60, 'Integration landscape'),
      hours('ARCHITECT', 'Design', 100, 'Interface contracts'),
      hours('ENGINEER', 'Design', 60, 'Technical spikes'),
      hours('ENGINEER', 'Build', 480, 'Interfaces and mappings'),
      hours('CONSULTANT', 'Build', 160, 'Test cases and test management'),
      hours('ENGINEER', 'Rollout', 120, 'Cut-over and hypercare'),
      hours('PM', 'Rollout', 140, 'Project management'),
      hours('DESIGNER', 'Design', 60, 'Operator screens'),
    ],
  },
  {
    title: 'Procurement savings programme',
    practice: 'Operations',
    contractType: 'Milestone',
    billingModel: 'On Milestone',
    weeks: 24,
    lines: [
      fee('MS-PAYMENT', 'Discovery', 0.6, 'Spend baseline signed off'),
      fee('MS-PAYMENT', 'Design', 1, 'Category strategies agreed'),
      fee('MS-PAYMENT', 'Rollout', 2.4, 'Savings confirmed by finance'),
    ],
  },
  {
    title: 'AI use-case portfolio',
    practice: 'Data & AI',
    contractType: 'Time and Materials',
    billingModel: 'Monthly in Arrears',
    weeks: 14,
    lines: [
      hours('PARTNER', 'Discovery', 24, 'Executive workshops'),
      hours('SENIOR', 'Discovery', 80, 'Use-case assessment'),
      hours('ENGINEER', 'Build', 200, 'Two proofs of value'),
      hours('ANALYST', 'Build', 120, 'Data preparation'),
    ],
  },
  {
    title: 'Managed analytics service',
    practice: 'Data & AI',
    contractType: 'Retainer',
    billingModel: 'Monthly in Advance',
    weeks: 26,
    lines: [
      months(6, 1.6, 'Reporting service with two analysts'),
      hours('ENGINEER', 'Advisory', 60, 'Changes on request'),
      hours('ARCHITECT', 'Advisory', 16, 'Quarterly architecture review'),
    ],
  },
  {
    title: 'Post-merger integration office',
    practice: 'Strategy',
    contractType: 'Time and Materials',
    billingModel: 'Monthly in Arrears',
    weeks: 40,
    lines: [
      hours('PARTNER', 'Discovery', 40, 'Integration thesis'),
      hours('PRINCIPAL', 'Design', 160, 'Day-one plan'),
      hours('SENIOR', 'Build', 320, 'Workstream leads'),
      hours('ANALYST', 'Build', 320, 'Synergy tracking'),
      hours('PM', 'Rollout', 260, 'Integration office'),
    ],
  },
];
