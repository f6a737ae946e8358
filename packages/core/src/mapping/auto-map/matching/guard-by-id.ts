import type { JsonSchema } from '../../../connector/json-schema.ts';
import { joinsOf, type Join } from '../../fields/joins-of.ts';
import { sourceExpression } from '../../fields/source-path.ts';
import { pathName } from '../../path-name.ts';
import { samePath } from '../../same-path.ts';
import { startsWith } from '../../starts-with.ts';
import type { Proposal } from '../proposal.ts';

/**
 * An object of the target that names its record by an id from one place takes nothing else from another record: if the
 * account names its owner, and a sample comes with a different person, that person's name is not the owner's. Such
 * fields are read only from the record that the id names.
 */
export function guardById(
  proposals: readonly Proposal[],
  source: JsonSchema,
  samples: readonly unknown[],
): readonly Proposal[] {
  const joins = joinsOf(source).filter((join) => samples.some((sample) => isOther(sample, join)));
  if (joins.length === 0) return proposals;
  return proposals.map((proposal): Proposal => {
    const join = joins.find((each) => isGuarded(proposal, each, proposals));
    if (join === undefined || proposal.kind !== 'field') return proposal;
    const { from, key, to, id } = join;
    const read = sourceExpression(proposal.source);
    const named = `[${pathName(id)} = $$.${sourceExpression([...from, key])}]`;
    const guarded = `${sourceExpression(to)}${named}.${sourceExpression(proposal.source.slice(to.length))}`;
    return {
      ...proposal,
      expression: proposal.expression.replace(read, () => guarded),
      reasons: [...proposal.reasons, `Only if ${key} names it, because in one sample it is another record.`],
    };
  });
}

/** True for a field that is read from the record, next to a field that gets the id from elsewhere. */
function isGuarded(proposal: Proposal, { from, key, to }: Join, proposals: readonly Proposal[]): boolean {
  if (proposal.kind !== 'field' || proposal.source.length <= to.length || !startsWith(proposal.source, to))
    return false;
  const object = proposal.target.slice(0, -1);
  return proposals.some(
    ({ kind, source, target }) =>
      kind === 'field' && samePath(source, [...from, key]) && samePath(target.slice(0, -1), object),
  );
}

/** True if a sample has both records, and the id is not that of the other one. */
function isOther(sample: unknown, { from, key, to, id }: Join): boolean {
  const [named, own] = [textAt(sample, [...from, key]), textAt(sample, [...to, id])];
  return named !== undefined && own !== undefined && named !== own;
}

/** The text at a path that goes through no list. */
function textAt(value: unknown, path: readonly string[]): string | undefined {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return typeof at === 'string' && at !== '' ? at : undefined;
}
