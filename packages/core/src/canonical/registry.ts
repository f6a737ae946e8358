import { assignment } from './assignment.ts';
import { billingEvent } from './billing-event.ts';
import { billingSchedule } from './billing-schedule.ts';
import { contract } from './contract.ts';
import { currency } from './currency.ts';
import { customer } from './customer.ts';
import { expense } from './expense.ts';
import { financialDimension } from './financial-dimension.ts';
import { invoice } from './invoice.ts';
import { legalEntity } from './legal-entity.ts';
import { opportunity } from './opportunity.ts';
import type { EntityDefinition } from './parts/entity.ts';
import { paymentStatus } from './payment-status.ts';
import { project } from './project.ts';
import { rateCard } from './rate-card.ts';
import { resource } from './resource.ts';
import { role } from './role.ts';
import { taxCode } from './tax-code.ts';
import { timeEntry } from './time-entry.ts';

/** Every canonical entity by its name in mappings, links and URLs. A new entity is one file and one line here. */
export const entities = {
  customer,
  opportunity,
  contract,
  project,
  resource,
  role,
  'rate-card': rateCard,
  assignment,
  'time-entry': timeEntry,
  expense,
  'billing-schedule': billingSchedule,
  'billing-event': billingEvent,
  invoice,
  'payment-status': paymentStatus,
  'legal-entity': legalEntity,
  'financial-dimension': financialDimension,
  'tax-code': taxCode,
  currency,
} satisfies Readonly<Record<string, EntityDefinition>>;

export type EntityName = keyof typeof entities;

export const entityNames = Object.keys(entities) as EntityName[];

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entities, name);
}

/** The definition with its versions widened, for code that treats all entities alike. */
export function entityOf(name: EntityName): EntityDefinition {
  return entities[name];
}
