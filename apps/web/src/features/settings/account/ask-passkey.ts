import { authClient } from '../../sign-in/auth-client.ts';
import type { AuthFailure } from '../../sign-in/describe-auth-failure.ts';

/** Asks the browser for a passkey. Its answer proves to the server who is there, without starting a new session. */
export const askPasskey = async (): Promise<{ readonly passkey: object } | { readonly error: AuthFailure }> => {
  const { data, error } = await authClient.$fetch<PublicKeyCredentialRequestOptionsJSON>(
    '/passkey/generate-authenticate-options',
    { method: 'GET' },
  );
  if (error !== null) return { error };
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(data);
    const credential = await navigator.credentials.get({ publicKey });
    if (credential instanceof PublicKeyCredential) return { passkey: credential.toJSON() };
  } catch {
    // The person cancelled the browser's dialog, or the device has none of the passkeys.
  }
  return { error: { status: 400, code: 'AUTH_CANCELLED' } };
};
