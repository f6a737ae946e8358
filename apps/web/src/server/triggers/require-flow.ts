import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition } from '@throughline/core/db/schema/definition';
import { Refusal } from '../trpc/refusal.ts';

/** The id of a flow. @throws Refusal if there is none with this key */
export const requireFlow = async (tx: OrganisationTx, key: string): Promise<string> => {
  const [flow] = await tx
    .select({ id: definition.id })
    .from(definition)
    .where(and(eq(definition.kind, 'flow'), eq(definition.key, key)));
  if (flow === undefined) throw new Refusal('not-found', 'FLOW_NOT_FOUND', `There is no flow “${key}”.`);
  return flow.id;
};
