import { asc } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { environment } from '../schema/index.ts';
import type { EnvironmentKind } from '../schema/organisation.ts';
import { ChangeError } from './change-error.ts';
import { loadReleaseOutcomes, type ReleaseOutcome } from './release-outcome.ts';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: EnvironmentKind;
  readonly position: number;
}

/**
 * The environment that a change has to reach before this one: the nearest earlier one that is not for development.
 * Undefined when a change may come here first.
 */
export function environmentBefore<Each extends Place>(target: Place, all: readonly Each[]): Each | undefined {
  return all
    .filter(({ kind, position }) => kind !== 'development' && position < target.position)
    .toSorted((one, other) => one.position - other.position)
    .at(-1);
}

/** The environment that a change has to be published to before it may go to this one; undefined when none is left. */
export function missingBefore<Each extends Place>(
  target: Place,
  all: readonly Each[],
  outcomes: readonly ReleaseOutcome[],
): { readonly environment: Each; readonly wasRolledBack: boolean } | undefined {
  const before = environmentBefore(target, all);
  if (before === undefined) return undefined;
  const outcome = outcomes.find(({ environmentId }) => environmentId === before.id);
  if (outcome?.state === 'published') return undefined;
  return { environment: before, wasRolledBack: outcome !== undefined };
}

/**
 * Refuses to publish a change to an environment before it was published to the one that comes earlier.
 * @throws ChangeError `ENVIRONMENT_ORDER`
 */
export async function requireEnvironmentOrder(
  tx: OrganisationTx,
  change: { readonly id: string; readonly number: number },
  environmentId: string,
): Promise<void> {
  const all = await tx.select().from(environment).orderBy(asc(environment.position));
  const target = all.find(({ id }) => id === environmentId);
  if (target === undefined) return;
  const missing = missingBefore(target, all, await loadReleaseOutcomes(tx, [change.id]));
  if (missing === undefined) return;
  const { name } = missing.environment;
  throw new ChangeError(
    'ENVIRONMENT_ORDER',
    missing.wasRolledBack
      ? `Change ${change.number} was rolled back in ${name}. Publish it to ${name} again first; ${target.name} comes after it.`
      : `Change ${change.number} was not published to ${name} yet. Publish it to ${name} first; ${target.name} comes after it.`,
  );
}
