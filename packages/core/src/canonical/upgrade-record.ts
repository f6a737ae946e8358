import type { EntityDefinition, EntityUpgrade } from './parts/entity.ts';

export interface UpgradedRecord {
  readonly record: unknown;
  /** Names of the upgrades applied, in order. */
  readonly applied: readonly string[];
}

/**
 * Carries a record from one version of an entity to another through its named upgrades.
 * @throws RangeError when no chain of upgrades leads there, or when the upgraded record does not fit the schema
 */
export function upgradeRecord(
  definition: EntityDefinition,
  record: unknown,
  from: string,
  to: string = definition.current,
): UpgradedRecord {
  let current = record;
  const applied: string[] = [];
  for (let at = from; at !== to;) {
    const step = nextUpgrade(definition, at, to);
    current = step.upgrade(current);
    applied.push(step.name);
    at = step.to;
  }
  const parsed = definition.versions[to]?.schema.safeParse(current);
  if (parsed?.success !== true) {
    const detail = parsed?.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ');
    throw new RangeError(`The record does not fit ${definition.title} ${to}: ${detail ?? 'there is no such version'}.`);
  }
  return { record: parsed.data, applied };
}

function nextUpgrade({ title, upgrades }: EntityDefinition, at: string, to: string): EntityUpgrade {
  const step = upgrades.find(({ from }) => from === at);
  if (step === undefined) throw new RangeError(`No upgrade leads from ${title} ${at} to ${to}.`);
  return step;
}
