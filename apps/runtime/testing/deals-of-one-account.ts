import type { RunningSandbox } from '@throughline/sandbox';

type StoredDeal = { readonly Id: string; readonly StageName: string; readonly AccountId: string };
type StoredLine = { readonly Id: string; readonly OpportunityId: string };
type StoredAccount = { readonly Id: string; readonly ParentId: string | null };

/**
 * Copies the smallest closed-won deal until its account has `count` of them, and makes NetSuite know no customer yet.
 * Returns the ids of the deals, which are all alike and ready to be handed over.
 */
export function dealsOfOneAccount(sandbox: RunningSandbox, count: number): string[] {
  const { state } = sandbox.salesforce.context;
  const snapshot = state.snapshot();
  const rows = <Row>(name: string): Row[] => (snapshot.collections[name] ?? []).map(([, row]) => row as Row);
  const lines = rows<StoredLine>('OpportunityLineItem');
  const linesOf = (deal: StoredDeal): StoredLine[] => lines.filter(({ OpportunityId }) => OpportunityId === deal.Id);
  const accounts = rows<StoredAccount>('Account').filter(({ ParentId }) => ParentId === null);
  const [deal] = rows<StoredDeal>('Opportunity')
    .filter((row) => row.StageName === 'Closed Won' && accounts.some(({ Id }) => Id === row.AccountId))
    .toSorted((left, right) => linesOf(left).length - linesOf(right).length);
  if (deal === undefined) throw new Error('The stand-in has no closed-won deal of a new account.');
  const numbered = (id: string, copy: number): string => `${id.slice(0, 10)}9${copy}${id.slice(12)}`;
  const copies = Array.from({ length: count - 1 }, (_, at) => numbered(deal.Id, at));
  const more: Record<string, (readonly [string, object])[]> = {
    Opportunity: copies.map((Id) => [Id, { ...deal, Id }]),
    OpportunityLineItem: copies.flatMap((OpportunityId, copy) =>
      linesOf(deal).map((line) => {
        const Id = numbered(line.Id, copy);
        return [Id, { ...line, Id, OpportunityId }] as const;
      }),
    ),
  };
  const collections = Object.fromEntries(
    Object.entries(snapshot.collections).map(([name, entries]) => [name, [...entries, ...(more[name] ?? [])]]),
  );
  state.restore({ ...snapshot, collections });
  const { state: netsuite } = sandbox.netsuite.context;
  const erp = netsuite.snapshot();
  netsuite.restore({ ...erp, collections: { ...erp.collections, customer: [] } });
  return [deal.Id, ...copies];
}
