import { eq, sql } from 'drizzle-orm';
import type { SurpriseIdentity, VerdictKind } from '../../../mapping/behaviour/surprises.ts';
import { writeAudit } from '../../audit.ts';
import type { OrganisationTx } from '../../client.ts';
import { surpriseVerdict } from '../../schema/index.ts';
import type { ChangeState } from '../../schema/change.ts';
import { ChangeError } from '../change-error.ts';
import { lockChange } from '../lock-change.ts';
import { requireFourEyes } from '../require-four-eyes.ts';
import { loadComparedMappings } from './load-compared-mappings.ts';

export interface JudgeSurprisesInput {
  readonly changeId: string;
  /** Each as it was shown. */
  readonly surprises: readonly SurpriseIdentity[];
  readonly kind: VerdictKind;
  readonly reason: string;
  readonly judgedBy: string;
}

const allowedStates: Record<VerdictKind, readonly ChangeState[]> = {
  expected: ['open', 'in-review'],
  accepted: ['in-review', 'approved', 'published'],
  rejected: ['in-review', 'approved', 'published'],
};

/**
 * Says about changed outputs that they are expected, or accepts or rejects them for the approval. To accept or reject,
 * one must have written nothing of the change. What was compared must still be what the change holds.
 * @throws ChangeError `CHANGE_NOT_FOUND`, `CHANGE_STATE`, `OWN_WORK`, `NOT_INDEPENDENT`, `CONTENT_CHANGED`, `TOO_MANY_VERDICTS`
 */
export async function judgeSurprises(tx: OrganisationTx, input: JudgeSurprisesInput): Promise<void> {
  const { changeId, surprises, kind, reason, judgedBy } = input;
  const found = await lockChange(tx, changeId, allowedStates[kind]);
  if (kind !== 'expected') await requireFourEyes(tx, found, judgedBy);
  await requireRoom(tx, found, surprises.length);
  const { mappings } = await loadComparedMappings(tx, changeId);
  const names = surprises.map(({ definitionId, content, field }) => {
    const mapping = mappings.find((each) => each.definitionId === definitionId && each.content === content);
    if (mapping !== undefined) return `${mapping.key}: ${field === '' ? 'whole result' : field}`;
    throw new ChangeError(
      'CONTENT_CHANGED',
      `Change ${found.number} holds something else by now than what was compared. Look at the new comparison, then decide.`,
    );
  });
  await tx.insert(surpriseVerdict).values(
    surprises.map(({ definitionId, field, content, effects }) => ({
      changeId,
      definitionId,
      field,
      content,
      effects: [...effects],
      kind,
      reason,
      userId: judgedBy,
      // The moment under the lock. The transaction may have begun before that of an earlier verdict.
      createdAt: sql`clock_timestamp()`,
    })),
  );
  await writeAudit(tx, {
    actor: judgedBy,
    action: `change.surprises-${kind}`,
    subjectType: 'change',
    subjectId: changeId,
    details: { number: found.number, fields: names },
  });
}

/** Somebody who decides on every field of a few mappings, several times, stays far below. */
const mostVerdicts = 2_000;

async function requireRoom(
  tx: OrganisationTx,
  { id, number }: { readonly id: string; readonly number: number },
  more: number,
): Promise<void> {
  if ((await tx.$count(surpriseVerdict, eq(surpriseVerdict.changeId, id))) + more <= mostVerdicts) return;
  throw new ChangeError(
    'TOO_MANY_VERDICTS',
    `Change ${number} cannot hold more than ${mostVerdicts} verdicts about changed outputs. Put what still has to be decided into a smaller change.`,
  );
}
