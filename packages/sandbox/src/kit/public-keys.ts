import type { SandboxState } from './state.ts';

/**
 * A caller's public key, registered through `/__control/keys`. It plays the part of a certificate that an administrator
 * uploads at the vendor.
 */
export interface PublicKey {
  /** Key or certificate id; the vendor's name for it differs (kid, certificate id). */
  readonly id: string;
  /** SPKI PEM. */
  readonly publicKeyPem: string;
}

const COLLECTION = '__publicKeys';

export function registerPublicKey(state: SandboxState, key: PublicKey): void {
  const keys = state.collection<PublicKey>(COLLECTION);
  keys.delete(key.id);
  keys.insert(key.id, key);
}

export function publicKeys(state: SandboxState): PublicKey[] {
  return state.collection<PublicKey>(COLLECTION).all();
}

export function publicKey(state: SandboxState, id: string): PublicKey | undefined {
  return state.collection<PublicKey>(COLLECTION).get(id);
}
