import type { BenchCase } from './bench-case.ts';
import { contactTexts } from './cases/contact-texts.ts';
import { deepNesting } from './cases/deep-nesting.ts';
import { flatHeader } from './cases/flat-header.ts';
import { invoiceLines } from './cases/invoice-lines.ts';
import { largeTable } from './cases/large-table.ts';
import { nestedContract } from './cases/nested-contract.ts';
import { orderLines } from './cases/order-lines.ts';
import { orderedMilestones } from './cases/ordered-milestones.ts';
import { tableMap } from './cases/table-map.ts';

export const benchCases: readonly BenchCase[] = [
  flatHeader,
  nestedContract,
  orderLines,
  invoiceLines,
  tableMap,
  largeTable,
  deepNesting,
  contactTexts,
  orderedMilestones,
];
