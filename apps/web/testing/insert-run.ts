import type { OrganisationTx } from '@throughline/core/db';
import { definition } from '@throughline/core/db/schema/definition';
import { exception, run } from '@throughline/core/db/schema/run';

type NewRun = Partial<typeof run.$inferInsert>;
type NewException = Partial<typeof exception.$inferInsert>;

/** A run of a flow that is made when it is not there; returns the run's id. */
export const insertRun = async (tx: OrganisationTx, environmentId: string, given: NewRun): Promise<string> => {
  const [flow] = await tx
    .insert(definition)
    .values({ kind: 'flow', key: 'handoff', name: 'Handoff' })
    .onConflictDoUpdate({
      target: [definition.organisationId, definition.kind, definition.key],
      set: { name: 'Handoff' },
    })
    .returning({ id: definition.id });
  const [made] = await tx
    .insert(run)
    .values({ environmentId, definitionId: flow?.id ?? '', pins: {}, source: 'webhook', trigger: {}, ...given })
    .returning({ id: run.id });
  return made?.id ?? '';
};

/** An open exception of a run; returns its id. */
export const insertException = async (
  tx: OrganisationTx,
  environmentId: string,
  runId: string,
  given: NewException,
): Promise<string> => {
  const [made] = await tx
    .insert(exception)
    .values({
      environmentId,
      runId,
      definitionId: crypto.randomUUID(),
      stepId: 'check',
      path: 'check',
      code: 'SOMETHING',
      message: 'Something is missing.',
      payload: { Id: '006' },
      ...given,
    })
    .returning({ id: exception.id });
  return made?.id ?? '';
};
