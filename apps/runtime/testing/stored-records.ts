import type { RunningSandbox } from '@throughline/sandbox';

type Plain = Readonly<Record<string, unknown>>;

/** Every record of NetSuite and Kantata as it is stored. Instants are only told apart from nothing. */
export function storedRecords(sandbox: RunningSandbox): Record<string, unknown> {
  const { collections: netsuite } = sandbox.netsuite.context.state.snapshot();
  const { collections: kantata } = sandbox.kantata.context.state.snapshot();
  return withoutInstants({ netsuite: visible(netsuite), kantata: visible(kantata) }) as Record<string, unknown>;
}

/** Tokens and other internals of a stand-in are in collections that begin with two underscores. */
const visible = (collections: Plain): Plain =>
  Object.fromEntries(Object.entries(collections).filter(([name]) => !name.startsWith('__')));

/** When something was written differs from one attempt to the next, but that it was written once does not. */
export function withoutInstants(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+/.test(value) ? '<instant>' : value;
  if (Array.isArray(value)) return value.map(withoutInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutInstants(inner)]));
}

/**
 * Records made since the ledgers were cleared, as `collection/id` in the order of their creation. An id that appears
 * twice is a duplicate.
 */
export function recordsMade(sandbox: RunningSandbox): string[] {
  return [sandbox.netsuite, sandbox.kantata].flatMap(({ id, context }) =>
    context.ledger
      .effects()
      .filter((effect) => effect.kind === 'created')
      .map((effect) => `${id} ${effect.collection}/${effect.id}`),
  );
}

/** Records that are new or differ, `system/collection/id` → record as it is now; instants are blanked in both. */
export function changedRecords(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const earlier = flat(before);
  return Object.fromEntries(
    [...flat(after)].filter(([name, record]) => JSON.stringify(earlier.get(name)) !== JSON.stringify(record)),
  );
}

function flat(records: Record<string, unknown>): Map<string, unknown> {
  return new Map(
    Object.entries(records).flatMap(([system, collections]) =>
      Object.entries(collections as Plain).flatMap(([collection, entries]) =>
        (entries as [id: string, record: unknown][]).map(
          ([id, record]) => [`${system}/${collection}/${id}`, record] as const,
        ),
      ),
    ),
  );
}

/** Dates as days from a given one, because the sandbox's firm lives in the present and its dates move with ours. */
export function fromDay(day: string, value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    const days = Math.round((Date.parse(value) - Date.parse(day)) / 86_400_000);
    return `<day ${days >= 0 ? '+' : ''}${days}>`;
  }
  if (Array.isArray(value)) return value.map((inner) => fromDay(day, inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromDay(day, inner)]));
}
