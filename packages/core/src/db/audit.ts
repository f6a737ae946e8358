import type { OrganisationTx } from './client.ts';
import { auditEntry } from './schema/index.ts';

export interface AuditInput {
  /** User id, or `system:<part>`. */
  readonly actor: string;
  /** `subject.verb`, for example `change.approved`. */
  readonly action: `${string}.${string}`;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly environmentId?: string | undefined;
  /** What changed. Never a secret: name the field, not its value. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** Records who did what, in the same transaction as the deed, so that either both happen or neither does. */
export async function writeAudit(tx: OrganisationTx, input: AuditInput): Promise<void> {
  await tx.insert(auditEntry).values({ ...input, details: { ...input.details } });
}
