import { authClient } from '../../sign-in/auth-client.ts';
import type { AuthFailure } from '../../sign-in/describe-auth-failure.ts';
import type { Proof } from './prove-person.tsx';

/**
 * Makes the browser create a passkey for a person who has proved that it is their account. @returns why it failed, or
 * null
 */
export const addPasskey = async (name: string, proof: Proof): Promise<AuthFailure | null> => {
  const { data, error } = await authClient.$fetch<PublicKeyCredentialCreationOptionsJSON>(
    '/passkey/generate-register-options',
    { method: 'POST', body: proof },
  );
  if (error !== null) return error;
  const made = await makePasskey(data);
  if ('status' in made) return made;
  const body = { name, response: made.credential };
  return (await authClient.$fetch('/passkey/verify-registration', { method: 'POST', body })).error;
};

const makePasskey = async (
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<{ readonly credential: object } | AuthFailure> => {
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey });
    if (credential instanceof PublicKeyCredential) return { credential: credential.toJSON() };
  } catch (error) {
    // With this error name, the browser says that the device already has one of the passkeys.
    if (error instanceof DOMException && error.name === 'InvalidStateError') {
      return { status: 400, code: 'PASSKEY_EXISTS' };
    }
  }
  return { status: 400, code: 'PASSKEY_NOT_MADE' };
};
