import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { organisation } from '@throughline/core/db/schema/organisation';

export interface UpdateOrganisationInput {
  readonly organisationId: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly updatedBy: string;
}

/** Changes the displayed name, and the time zone of dates on screens. */
export const updateOrganisation = async (tx: OrganisationTx, input: UpdateOrganisationInput): Promise<void> => {
  const { organisationId, name, timeZone, updatedBy } = input;
  await tx.update(organisation).set({ name, timeZone }).where(eq(organisation.id, organisationId));
  await writeAudit(tx, {
    actor: updatedBy,
    action: 'organisation.updated',
    subjectType: 'organisation',
    subjectId: organisationId,
    details: { name, timeZone },
  });
};
