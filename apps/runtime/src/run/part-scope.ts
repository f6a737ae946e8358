import { createHash } from 'node:crypto';
import { RunEnded } from '../failures/run-ended.ts';
import { loadSharedValues, saveSharedValue } from '../store/shared-value.ts';
import { inOrganisation } from './in-organisation.ts';
import type { Frame, RunContext } from './run-context.ts';
import type { PartScope, Scope } from './scope.ts';

/** Smaller values travel with every part; larger ones are kept once for all parts of the run. */
const sharedFromLength = 2048;

type Sharing = Pick<RunContext, 'services' | 'organisationId' | 'runId'>;

/** Hashes of the large values in this process, so that a part inside a part does not store again what it was given. */
const knownHashes = new WeakMap<object, { readonly runId: string; readonly hash: string }>();

/** The scope to give to the parts of a container. The engine stores it once for each of them, so it must be small. */
export async function shareScope({ context, scope }: Frame): Promise<PartScope> {
  const { trigger: _, flow: __, steps, item, ...others } = scope;
  const small: Record<string, unknown> = {};
  const large: Record<string, string> = {};
  for (const [id, value] of Object.entries(steps)) {
    const hash = await keepLarge(context, value);
    if (hash === undefined) small[id] = value;
    else large[id] = hash;
  }
  const itemHash = await keepLarge(context, item);
  return {
    ...others,
    steps: small,
    ...(item !== undefined && itemHash === undefined && { item }),
    ...((itemHash !== undefined || Object.keys(large).length > 0) && {
      shared: { steps: large, ...(itemHash !== undefined && { item: itemHash }) },
    }),
  };
}

/** Keeps a large value for the parts of the run, and returns its hash; undefined when it is small. */
async function keepLarge(context: Sharing, value: unknown): Promise<string | undefined> {
  const known = isObject(value) ? knownHashes.get(value) : undefined;
  if (known?.runId === context.runId) return known.hash;
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined || json.length < sharedFromLength) return undefined;
  const hash = createHash('sha256').update(json).digest('hex');
  const { runId } = context;
  await inOrganisation(context, (tx) => saveSharedValue(tx, { runId, hash, value: json }));
  if (isObject(value)) knownHashes.set(value, { runId, hash });
  return hash;
}

/** The complete scope of a part. @throws RunEnded when the run has ended meanwhile */
export async function openScope(
  context: Sharing,
  { shared, ...scope }: PartScope,
): Promise<Omit<Scope, 'trigger' | 'flow'>> {
  if (shared === undefined) return scope;
  const { runId } = context;
  const hashes = [...Object.values(shared.steps), ...(shared.item === undefined ? [] : [shared.item])];
  const kept = await inOrganisation(context, (tx) => loadSharedValues(tx, runId, [...new Set(hashes)]));
  const valueOf = (hash: string): unknown => {
    const json = kept.get(hash);
    if (json === undefined) throw new RunEnded('cancelled');
    const value: unknown = JSON.parse(json);
    if (isObject(value)) knownHashes.set(value, { runId, hash });
    return value;
  };
  const large = Object.fromEntries(Object.entries(shared.steps).map(([id, hash]) => [id, valueOf(hash)]));
  return {
    ...scope,
    steps: { ...scope.steps, ...large },
    ...(shared.item !== undefined && { item: valueOf(shared.item) }),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
