import { comparable } from './comparable.ts';
import { type KantataRecord, readKantata } from './kantata.ts';
import { connectNetsuite, readNetsuite } from './netsuite.ts';
import type { Deal } from './salesforce.ts';

/** Everything that a closed deal creates in NetSuite and Kantata, as whole records that can be compared with a file. */
export async function deliveredRecords(deal: Deal): Promise<unknown> {
  const netsuite = connectNetsuite();
  const customer = await readNetsuite(netsuite, 'customer', `SF-${deal.AccountId}`);
  const schedule = await readNetsuite(netsuite, 'billingSchedule', `SF-${deal.Id}`);
  const order = await readNetsuite(netsuite, 'salesOrder', `SF-${deal.Id}`);
  const [project] = await referencedBy('Workspace', deal.Id, 'workspaces');
  const [client] = await referencedBy('WorkspaceGroup', deal.AccountId, 'workspace_groups');
  if (project === undefined || client === undefined)
    throw new Error(`Kantata has no project or client for ${deal.Name}.`);
  const tasks = await readKantata(`stories.json?workspace_id=${project.id}&per_page=200&order=position:asc`);
  const places = 'include_unnamed=true&optional_fields=resource_bill_rate,resource_cost_rate';
  const team = await readKantata(
    `workspace_resources.json?workspace_id=${project.id}&${places}&per_page=200&order=created_at:asc`,
  );
  const dates = {
    [deal.CloseDate]: '<close date>',
    [deal.Project_Start__c]: '<start>',
    [deal.Project_End__c]: '<end>',
  };
  const ids = idsOf({
    customer: [customer],
    schedule: [schedule],
    order: [order],
    project: [project],
    client: [client],
    task: tasks,
    team,
  });
  return comparable(
    { netsuite: { customer, schedule, order }, kantata: { client, project, tasks, team } },
    { ...dates, ...ids },
  );
}

/** Counts the records of each kind that the two systems hold now. */
export async function countRecords(): Promise<Record<string, number>> {
  const netsuite = connectNetsuite();
  const counts: [string, number][] = [];
  for (const type of ['customer', 'salesOrder', 'billingSchedule']) {
    const { data } = await netsuite.request({ path: `record/v1/${type}?limit=1000` });
    counts.push([`netsuite ${type}`, (data as { totalResults: number }).totalResults]);
  }
  for (const name of ['workspaces', 'workspace_groups', 'stories']) {
    counts.push([`kantata ${name}`, (await readKantata(`${name}.json?per_page=200`)).length]);
  }
  return Object.fromEntries(counts);
}

/** The records that carry our reference. */
async function referencedBy(type: string, reference: string, collection: string): Promise<KantataRecord[]> {
  const references = await readKantata(`external_references.json?subject_type=${type}&per_page=200`);
  const ids = references.flatMap(({ service_model_ref: own, subject_id: id }) =>
    own === reference ? [String(id)] : [],
  );
  return ids.length === 0 ? [] : readKantata(`${collection}.json?only=${ids.join(',')}`);
}

/** `5019` becomes `<customer 1>`, because ids depend on which records were created before. */
function idsOf(
  records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(records).flatMap(([kind, list]) =>
      list.map((record, index) => [String(record['id']), `<${kind} ${index + 1}>`]),
    ),
  );
}
