import type { RunningSandbox } from '@throughline/sandbox';

type Plain = Readonly<Record<string, unknown>>;

/** Every record of NetSuite and Kantata as stored, whole; instants are told apart from nothing only. */
export function storedRecords(sandbox: RunningSandbox): Record<string, unknown> {
  const { collections: netsuite } = sandbox.netsuite.context.state.snapshot();
  const { collections: kantata } = sandbox.kantata.context.state.snapshot();
  return withoutInstants({ netsuite: visible(netsuite), kantata: visible(kantata) }) as Record<string, unknown>;
}

/** Tokens and other internals of a stand-in are in collections that begin with two underscores. */
const visible = (collections: Plain): Plain =>
  Object.fromEntries(Object.entries(collections).filter(([name]) => !name.startsWith('__')));

/** When something was written differs from one try to the next, that it was written once does not. */
function withoutInstants(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+/.test(value) ? '<instant>' : value;
  if (Array.isArray(value)) return value.map(withoutInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutInstants(inner)]));
}

/** Records made since the ledgers were cleared, `collection/id`, in order of making; an id twice is a double. */
export function recordsMade(sandbox: RunningSandbox): string[] {
  return [sandbox.netsuite, sandbox.kantata].flatMap(({ id, context }) =>
    context.ledger
      .effects()
      .filter((effect) => effect.kind === 'created')
      .map((effect) => `${id} ${effect.collection}/${effect.id}`),
  );
}
