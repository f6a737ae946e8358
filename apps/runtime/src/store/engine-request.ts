import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { engineRequest } from '@throughline/core/db/schema/index';

export async function loadRequest(
  tx: OrganisationTx,
  requestId: string,
): Promise<typeof engineRequest.$inferSelect | undefined> {
  const [row] = await tx.select().from(engineRequest).where(eq(engineRequest.id, requestId));
  return row;
}

export async function finishRequest(
  tx: OrganisationTx,
  requestId: string,
  answer: { readonly state: 'succeeded' | 'failed'; readonly output?: unknown; readonly errorMessage?: string },
): Promise<void> {
  await tx
    .update(engineRequest)
    .set({ ...answer, finishedAt: new Date() })
    .where(eq(engineRequest.id, requestId));
}
