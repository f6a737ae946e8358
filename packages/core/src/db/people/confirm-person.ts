import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { accountsInReach, loadPasswordOrigins, storeConfirmation } from './independence.ts';
import { PersonError } from './person-error.ts';

/**
 * Says that an account is really used by the person it names. From then on they may approve the work of the colleague
 * who gave them their link. @throws PersonError `NOTHING_TO_CONFIRM`, `OTHER_PERSON`
 */
export async function confirmPerson(
  tx: OrganisationTx,
  input: { readonly userId: string; readonly confirmedBy: string },
): Promise<void> {
  const { userId, confirmedBy } = input;
  const origins = await loadPasswordOrigins(tx);
  const origin = origins.find((each) => each.userId === userId);
  if (origin === undefined || origin.passwordFrom === null || origin.confirmedBy !== null) {
    throw new PersonError('NOTHING_TO_CONFIRM', 'This person needs no confirmation. Reload the page.');
  }
  if (userId === confirmedBy || accountsInReach(origin.passwordFrom, origins).has(confirmedBy)) {
    throw new PersonError(
      'OTHER_PERSON',
      'Somebody else has to confirm this person: neither they themselves, nor the colleague who gave them their link, nor anybody whose own link came from that colleague.',
    );
  }
  await storeConfirmation(tx, origin.linkId, confirmedBy);
  await writeAudit(tx, {
    actor: confirmedBy,
    action: 'member.confirmed',
    subjectType: 'member',
    subjectId: userId,
    details: { passwordFrom: origin.passwordFrom },
  });
}
