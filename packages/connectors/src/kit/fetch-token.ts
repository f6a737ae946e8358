import { z } from 'zod';
import { anonymous } from './authorizer.ts';
import { createCallScope } from './call-scope.ts';
import { parseWire } from './parse-wire.ts';
import type { SignIn } from './session/system.ts';
import type { AccessToken } from './token-cache.ts';

const SIGN_IN_DEADLINE_MS = 20_000;
/** Members of the form that must never be shown. */
const SECRET_MEMBERS = ['assertion', 'client_assertion', 'client_secret'];

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
});

/** Fetches an OAuth token. Where the reply names no lifetime, only a refusal shows that the token has expired. */
export async function fetchToken(
  { client, fields, now }: SignIn,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<AccessToken> {
  const startedMs = now();
  for (const name of SECRET_MEMBERS) fields.redactor.add(form[name] ?? '');
  const { body } = await client.send(
    { method: 'POST', path, form, isRepeatable: true, isRead: true },
    anonymous,
    createCallScope({ deadlineMs: SIGN_IN_DEADLINE_MS }, now),
  );
  const { access_token: value, expires_in: seconds } = parseWire(tokenReply, body, client.title, 'the token request');
  fields.redactor.add(value);
  return { value, ...(seconds !== undefined && { expiresAtMs: startedMs + seconds * 1000 }) };
}
