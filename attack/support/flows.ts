import type { PersonName } from './people.ts';
import { type CallAnswer, mutate, query } from './send.ts';

export const step = (kind: string, id: string, config: object, bodies?: object): object => ({
  id,
  name: `Step ${id}`,
  kind,
  config,
  ...(bodies === undefined ? {} : { bodies }),
});

export const flowWith = (body: readonly object[]): object => ({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body,
});

/** A parallel step with this many branches, each with the same steps inside. */
export const parallel = (id: string, ways: number, inner: readonly object[] = []): object => {
  const slots = Array.from({ length: ways }, (_, index) => `way${index}`);
  return step(
    'parallel',
    id,
    { branches: slots.map((slot) => ({ slot, title: slot })) },
    Object.fromEntries(slots.map((slot) => [slot, inner])),
  );
};

/** Tests a flow like the designer, on a definition of the demo firm. */
export async function startTest(as: PersonName, flow: unknown, payload: unknown = {}): Promise<CallAnswer> {
  const { result } = await query('ana', 'designer.open', { environment: 'test', key: 'closed-won-handoff' });
  const { id: definitionId } = result as { readonly id: string };
  return mutate(as, 'designer.startTest', { environment: 'test', definitionId, flow, payload });
}
