import type { ConnectorSession } from '@throughline/core/connector';
import type { DrySystems, DryWish } from '@throughline/core/testing/templates/dry-run';

/**
 * Real connectors for a dry run. A record is found by link (kept here, in memory), by external id or by fields, in this
 * order, and then updated. When it is not found, it is upserted by external id. The runtime does the same durably.
 */
export function sessionSystems(sessions: Readonly<Record<string, ConnectorSession>>): DrySystems {
  const links = new Map<string, string>();
  const sessionOf = (connection: string): ConnectorSession => {
    const session = sessions[connection];
    if (session === undefined) throw new Error(`The test has no session for ${connection}.`);
    return session;
  };
  return {
    read: (connection, { object, by, value, include }) =>
      sessionOf(connection).read({
        object,
        identity: by === 'id' ? { by, id: value } : { by, value },
        include,
      }),
    async write(connection, wish) {
      const session = sessionOf(connection);
      const object = wish.object.slice(connection.length + 1);
      const linkKey = `${wish.object} ${wish.link ?? ''}`;
      const linked = wish.matchesLink && wish.link !== undefined ? links.get(linkKey) : undefined;
      const id = linked ?? (await find(session, object, wish));
      const record = wish.record as Readonly<Record<string, unknown>>;
      const value = wish.externalId;
      const [outcome] = await session.write([
        id === undefined
          ? { object, operation: 'upsert', identity: { by: 'external-id', value }, record }
          : { object, operation: 'update', identity: { by: 'id', id }, record },
      ]);
      if (outcome?.isOk !== true) throw outcome?.error ?? new Error('The connector gave no outcome.');
      if (wish.link !== undefined) links.set(linkKey, outcome.id);
      return outcome.id;
    },
  };
}

async function find(session: ConnectorSession, object: string, wish: DryWish): Promise<string | undefined> {
  if (wish.matchesExternalId) {
    const found = await session.read({ object, identity: { by: 'external-id', value: wish.externalId } });
    if (found !== undefined) return String(found['id']);
  }
  for (const [field, value] of Object.entries(wish.matchedBy)) {
    if (typeof value !== 'string' || value === '') continue;
    const found = await session.read({ object, identity: { by: 'fields', fields: { [field]: value } } });
    if (found !== undefined) return String(found['id']);
  }
  return undefined;
}
