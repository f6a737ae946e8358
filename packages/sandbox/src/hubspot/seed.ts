import type { SandboxClock } from '../kit/clock.ts';
import type { SandboxState } from '../kit/state.ts';
import type { HubspotStore } from './hubspot-store.ts';
import { objectTypeOf } from './object-types.ts';
import type { ObjectType } from './object-types.ts';
import type { Owner } from './routes/set-up-routes.ts';

/** Name, domain, town, country, line of business, and the people there. */
const companies = [
  ['Northwind Logistics', 'northwind-logistics.example', 'Leeds', 'United Kingdom', 'Priya Shah', 'Tom Ellison'],
  ['Brandt Maschinenbau', 'brandt-maschinenbau.example', 'Stuttgart', 'Germany', 'Jonas Brandt'],
  ['Lakeshore Health', 'lakeshore-health.example', 'Chicago', 'United States', 'Maria Torres', 'Dan Whitfield'],
  ['Alpine Re', 'alpine-re.example', 'Zurich', 'Switzerland', 'Luca Meier'],
  ['Harbour Foods', 'harbour-foods.example', 'Bristol', 'United Kingdom', 'Amy Rowe'],
  ['Kestrel Energy', 'kestrel-energy.example', 'Aberdeen', 'United Kingdom', 'Iain Munro'],
  ['Orion Media', 'orion-media.example', 'Berlin', 'Germany', 'Sofia Keller'],
  ['Summit Outdoor', 'summit-outdoor.example', 'Denver', 'United States', 'Chris Vaughn'],
  ['Vale Insurance', 'vale-insurance.example', 'London', 'United Kingdom', 'Nadia Hassan'],
  ['Polder Shipping', 'polder-shipping.example', 'Rotterdam', 'Netherlands', 'Bram de Vries'],
  ['Cedar Bank', 'cedar-bank.example', 'Boston', 'United States', 'Ellen Park'],
  ['Fjord Fisheries', 'fjord-fisheries.example', 'Bergen', 'Norway', 'Ida Solberg'],
] as const;

const products = [
  ['Senior consultant, hour', 'ROLE-SENIOR', '190'],
  ['Consultant, hour', 'ROLE-CONSULTANT', '150'],
  ['Project manager, hour', 'ROLE-PM', '165'],
  ['Fixed fee', 'FEE-FIXED', '1'],
  ['Retainer, month', 'FEE-RETAINER', '8500'],
] as const;

const stages = ['appointmentscheduled', 'qualifiedtobuy', 'contractsent', 'closedwon', 'closedlost'];

const owners = [
  ['Grace', 'Adeyemi'],
  ['Henry', 'Pike'],
  ['Lena', 'Vogel'],
] as const;

/** The sales side of a consulting firm: who owns what, whom it sells to, and what is in the pipeline. */
export function seedHubspot(state: SandboxState, store: HubspotStore, clock: SandboxClock): void {
  const at = clock.now().toISOString();
  for (const [index, [firstName, lastName]] of owners.entries()) {
    const id = String(701 + index);
    const email = `${firstName}.${lastName}@haldenpike.example`.toLowerCase();
    const owner = {
      id,
      email,
      firstName,
      lastName,
      userId: 9001 + index,
      createdAt: at,
      updatedAt: at,
      archived: false,
    };
    state.collection<Owner>('owners').insert(id, owner);
  }
  const sold = products.map(([name, hs_sku, price]) => store.create(type('products'), { name, hs_sku, price }).id);
  for (const [index, [name, domain, city, country, ...people]] of companies.entries()) {
    const hubspot_owner_id = String(701 + (index % owners.length));
    const company = store.create(type('companies'), { name, domain, city, country, hubspot_owner_id });
    for (const person of people) {
      const [firstname = '', ...rest] = person.split(' ');
      const email = `${person.toLowerCase().replaceAll(' ', '.')}@${domain}`;
      const contact = store.create(type('contacts'), { firstname, lastname: rest.join(' '), email, company: name });
      store.associate(type('contacts'), contact.id, type('companies'), company.id);
    }
    const dealstage = stages[index % stages.length];
    const deal = store.create(type('deals'), {
      dealname: `${name}: operating model`,
      dealstage,
      amount: '48500',
      hubspot_owner_id,
    });
    store.associate(type('deals'), deal.id, type('companies'), company.id);
    for (const hs_product_id of [sold[index % sold.length] ?? '', sold[(index + 1) % sold.length] ?? '']) {
      const line = store.create(type('line_items'), { hs_product_id, quantity: '20' });
      store.associate(type('line_items'), line.id, type('deals'), deal.id);
    }
  }
}

function type(name: string): ObjectType {
  const found = objectTypeOf(name);
  if (found === undefined) throw new Error(`There is no object type ${name}.`);
  return found;
}
