/** Roles of the firm: the name in Kantata, and the hourly cost and bill rate in pounds. */
export const ROLES = [
  { code: 'PARTNER', name: 'Partner', bill: 420, cost: 190 },
  { code: 'PRINCIPAL', name: 'Principal Consultant', bill: 310, cost: 140 },
  { code: 'SENIOR', name: 'Senior Consultant', bill: 225, cost: 95 },
  { code: 'CONSULTANT', name: 'Consultant', bill: 165, cost: 68 },
  { code: 'ANALYST', name: 'Analyst', bill: 120, cost: 46 },
  { code: 'ARCHITECT', name: 'Solution Architect', bill: 260, cost: 115 },
  { code: 'ENGINEER', name: 'Software Engineer', bill: 180, cost: 78 },
  { code: 'DESIGNER', name: 'Service Designer', bill: 175, cost: 74 },
  { code: 'PM', name: 'Project Manager', bill: 190, cost: 82 },
] as const;

export type RoleCode = (typeof ROLES)[number]['code'];

/** Consultants of the demo firm; offices are London, Munich and New York. */
export const CONSULTANTS: readonly (readonly [fullName: string, role: RoleCode])[] = [
  ['Marcus Halden', 'PARTNER'],
  ['Eleanor Pike', 'PARTNER'],
  ['Sophie Brandt', 'PRINCIPAL'],
  ['Rafael Ortega', 'PRINCIPAL'],
  ['Naomi Fletcher', 'PRINCIPAL'],
  ['Tobias Krüger', 'SENIOR'],
  ['Imogen Clarke', 'SENIOR'],
  ['Devon Marsh', 'SENIOR'],
  ['Aisha Rahman', 'SENIOR'],
  ['Henrik Vogel', 'CONSULTANT'],
  ['Lucy Adeyemi', 'CONSULTANT'],
  ['Samuel Grant', 'CONSULTANT'],
  ['Clara Neumann', 'CONSULTANT'],
  ['Owen Pritchard', 'CONSULTANT'],
  ['Mei Tanaka', 'ANALYST'],
  ['Jakob Lindner', 'ANALYST'],
  ['Ruby Sinclair', 'ANALYST'],
  ['Viktor Lang', 'ARCHITECT'],
  ['Hannah Osei', 'ARCHITECT'],
  ['Ethan Brooks', 'ENGINEER'],
  ['Katrin Maier', 'ENGINEER'],
  ['Leo Fontaine', 'ENGINEER'],
  ['Freya Donnelly', 'DESIGNER'],
  ['Nathan Cole', 'PM'],
  ['Ingrid Sauer', 'PM'],
];
