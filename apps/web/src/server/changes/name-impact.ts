import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/connection';
import { definition } from '@throughline/core/db/schema/definition';
import type { Impact } from './impact-of.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Adds the names by which people know flows and connections. A connection has the same key in every environment. */
export const nameImpact = async (tx: OrganisationTx, { flows, connections }: Impact) => {
  const definitions =
    flows.length === 0
      ? []
      : await tx
          .select({ key: definition.key, name: definition.name, definitionId: definition.id })
          .from(definition)
          .where(and(eq(definition.kind, 'flow'), inArray(definition.key, [...flows])))
          .orderBy(definition.name);
  const named: Named[] =
    connections.length === 0
      ? []
      : await tx
          .selectDistinctOn([connection.key], { key: connection.key, name: connection.name })
          .from(connection)
          .where(inArray(connection.key, [...connections]))
          .orderBy(connection.key, connection.name);
  return {
    flows: definitions,
    connections: connections.map((key) => named.find((each) => each.key === key) ?? { key, name: key }),
  };
};
