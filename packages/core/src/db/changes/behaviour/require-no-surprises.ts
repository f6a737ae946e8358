import { eq } from 'drizzle-orm';
import { otherFields } from '../../../mapping/behaviour/behaviour-report.ts';
import { surprisesOf, type Surprise } from '../../../mapping/behaviour/surprises.ts';
import type { OrganisationTx } from '../../client.ts';
import { changeItem } from '../../schema/index.ts';
import { ChangeError } from '../change-error.ts';
import { compareBehaviour, type MappingBehaviour } from './compare-behaviour.ts';
import { loadComparedMappings } from './load-compared-mappings.ts';
import { loadComparison } from './load-comparison.ts';
import { loadVerdicts } from './load-verdicts.ts';

export interface SurpriseCheck {
  readonly changeId: string;
  readonly number: number;
  readonly act: 'approve' | 'publish';
  /** What the comparison has found before the transaction; without it, the transaction waits for the comparison. */
  readonly compared: readonly MappingBehaviour[] | undefined;
}

/**
 * Refuses to go on with a change while a changed output of one of its mappings is open or rejected. The change must be
 * locked. Nothing is decided on a comparison of another content.
 * @throws ChangeError `SURPRISES_OPEN`, `CONTENT_CHANGED`
 */
export async function requireNoSurprises(tx: OrganisationTx, check: SurpriseCheck): Promise<void> {
  const { changeId, number, act } = check;
  const compared = check.compared ?? (await compareBehaviour(await loadComparison(tx, changeId)));
  const { mappings } = await loadComparedMappings(tx, changeId);
  const contents = (all: readonly { definitionId: string; content: string }[]): string =>
    all
      .map(({ definitionId, content }) => `${definitionId} ${content}`)
      .toSorted()
      .join();
  if (contents(mappings) !== contents(compared)) {
    throw new ChangeError(
      'CONTENT_CHANGED',
      `The change was altered while its outputs were compared. Look at it, then ${act} again.`,
    );
  }
  const items = await tx
    .select({ authors: changeItem.authors })
    .from(changeItem)
    .where(eq(changeItem.changeId, changeId));
  const authors = items.flatMap((item) => item.authors);
  const standing = surprisesOf(compared, await loadVerdicts(tx, changeId), authors).filter(
    ({ state }) => state !== 'accepted',
  );
  if (standing.length === 0) return;
  const verb = act === 'approve' ? 'approved' : 'published';
  throw new ChangeError('SURPRISES_OPEN', `Change ${number} cannot be ${verb}: ${describe(standing, compared)}`);
}

const mostNamed = 5;

function describe(standing: readonly Surprise[], compared: readonly MappingBehaviour[]): string {
  const named = (state: Surprise['state'], words: string): string[] => {
    const own = standing.filter((each) => each.state === state);
    if (own.length === 0) return [];
    const shown = own.slice(0, mostNamed).map(({ definitionId, field }) => {
      const mapping = compared.find((each) => each.definitionId === definitionId);
      return `${fieldName(field)} of "${mapping?.name}"`;
    });
    const more = own.length - shown.length;
    const list = new Intl.ListFormat('en').format(more > 0 ? [...shown, `${more} more`] : shown);
    return [`${own.length} changed ${own.length === 1 ? 'output is' : 'outputs are'} ${words} (${list})`];
  };
  const parts = [...named('open', 'not accepted yet'), ...named('rejected', 'rejected')];
  return `${parts.join('; ')}. Look at each under Behaviour, and accept it or request changes.`;
}

function fieldName(field: string): string {
  if (field === '') return 'the whole result';
  return field === otherFields ? 'other fields' : field;
}
