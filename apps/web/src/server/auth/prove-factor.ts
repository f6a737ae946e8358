import { Refusal } from '../trpc/refusal.ts';
import { addressHeader, addressOf } from './auth-call.ts';
import type { AuthGate } from './auth-gate.ts';
import { demandFactor } from './demand-proof.ts';

/** A second factor as the person gives it. */
export interface FactorProof {
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
  readonly passkey?: object | undefined;
}

/** Requires a second factor of a person who has one. @throws Refusal with the code of the sign-in library or of ours */
export type ProveFactor = (userId: string, proof: FactorProof) => Promise<void>;

/** Checks second factors for a procedure, which was called with these headers at this address. */
export const proveFactor =
  (gate: AuthGate, sent: Headers, url: string): ProveFactor =>
  async (userId, proof) => {
    const headers = new Headers(sent);
    headers.set(addressHeader, addressOf(headers, gate.trusted));
    headers.delete('content-length');
    const refused = await demandFactor(gate, { headers, fields: { ...proof }, request: { url } }, userId);
    if (refused === undefined) return;
    const { code = 'SECOND_FACTOR_NEEDED', message } = (await refused.json()) as { code?: string; message?: string };
    throw new Refusal('invalid', code, message ?? 'The second factor was refused. Try again.');
  };
