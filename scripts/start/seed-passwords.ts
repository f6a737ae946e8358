import type { Database } from '@throughline/core/db';
import { account } from '@throughline/core/db/schema/auth';
import { demoPeople } from '@throughline/core/db/demo-people';
import { hashPassword } from '@throughline/core/password/hash-password';
import { and, eq } from 'drizzle-orm';
import { demoPassword } from './demo-password.ts';

/** Gives the demo's people their password if they do not have one yet. */
export async function seedPasswords({ login }: Database): Promise<void> {
  for (const { id } of Object.values(demoPeople)) {
    const [existing] = await login
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.userId, id), eq(account.providerId, 'credential')));
    if (existing !== undefined) continue;
    const password = await hashPassword(demoPassword);
    await login
      .insert(account)
      .values({ id: `${id}-password`, accountId: id, providerId: 'credential', userId: id, password });
  }
}
