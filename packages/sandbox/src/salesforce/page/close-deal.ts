import type { PageAction, SystemContext } from '../../kit/system.ts';
import { publishChanges } from '../events/publish-changes.ts';
import { org } from '../org.ts';
import type { SObject } from '../records/sobject.ts';
import { recordsOf } from '../records/sobject.ts';
import { beginUnit } from '../records/unit-of-work.ts';
import { updateRecord } from '../records/write-record.ts';
import { opportunity } from '../schema/opportunity.ts';
import { account } from '../schema/account.ts';

/** A seller closes a deal in Salesforce's own screens. */
export const closeDeal: PageAction = {
  id: 'close-deal',
  title: 'Close a deal',
  about:
    'Sets the stage of an opportunity to “Closed Won”, as a seller does. Subscribers hear of it as they hear of any change.',
  button: 'Close as won',
  offers: ({ state }) =>
    recordsOf(state, opportunity)
      .filter((deal) => deal['IsClosed'] === false && deal['IsDeleted'] === false)
      .map((deal) => offer(state, deal))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  run: (context, id) => {
    const unit = beginUnit(context.state, context.clock, org.integrationUserId);
    const { Name: name } = updateRecord(unit, opportunity, id, { StageName: 'Closed Won' });
    publishChanges(context, unit.changes);
    return `${String(name)} is closed as won.`;
  },
};

function offer(state: SystemContext['state'], deal: SObject) {
  const customer = recordsOf(state, account).get(String(deal['AccountId']))?.['Name'];
  const amount = deal['Amount'] === null ? undefined : `${String(deal['CurrencyIsoCode'])} ${String(deal['Amount'])}`;
  const facts = [customer, amount, deal['StageName']].filter((fact) => typeof fact === 'string');
  return { id: String(deal['Id']), name: String(deal['Name']), facts };
}
