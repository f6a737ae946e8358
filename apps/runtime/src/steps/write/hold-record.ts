import { createHash } from 'node:crypto';
import type { OrganisationTx } from '@throughline/core/db';
import { ConnectionHeld } from '../../connections/connection-held.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import { closeOutcome, endClaim, letGo, openOutcome, takeClaim, type RecordClaim } from '../../store/record-claim.ts';
import { holdsLease } from '../../store/worker-lease.ts';
import type { WriteWish } from './evaluate-write.ts';

export interface HoldInput {
  readonly connectionId: string;
  readonly object: string;
  readonly keys: readonly string[];
  /** Path of the step. */
  readonly path: string;
}

/** A record that only this step writes until it lets go of it. */
export class HeldRecord {
  /** How long an earlier request, whoever sent it, may still create the record; 0 when there is none. */
  readonly openForMs: number;
  readonly #context: RunContext;
  #claim: RecordClaim;
  #isEnded = false;

  constructor(context: RunContext, claim: RecordClaim, openForMs: number) {
    this.#context = context;
    this.#claim = claim;
    this.openForMs = openForMs;
  }

  /**
   * Holds the record by one more key, which was not known before it was found. The transaction must roll back when this
   * throws.
   * @throws ConnectionHeld while another step writes it
   */
  async holdsToo(tx: OrganisationTx, key: string): Promise<void> {
    const claim = { ...this.#claim, keys: [...new Set([...this.#claim.keys, key])] };
    await take(tx, this.#context, { ...claim, keys: [key] });
    this.#claim = claim;
  }

  /** Belongs in the transaction that allows a request that no system would recognise as a repetition. */
  async opens(tx: OrganisationTx): Promise<void> {
    await openOutcome(tx, this.#claim, this.#context.services.requestLifeMs);
  }

  /** Belongs in the transaction that notes that nothing took effect. */
  async closes(tx: OrganisationTx): Promise<void> {
    await closeOutcome(tx, this.#claim);
  }

  /** Belongs in the transaction that notes the effect. */
  async ends(tx: OrganisationTx): Promise<void> {
    await endClaim(tx, this.#claim);
    this.#isEnded = true;
  }

  async letGo(): Promise<void> {
    if (!this.#isEnded) await inOrganisation(this.#context, (tx) => letGo(tx, this.#claim));
  }
}

/**
 * Holds a record in a transaction, which must roll back when this throws.
 * @throws ConnectionHeld while another step writes it
 */
export async function holdRecord(tx: OrganisationTx, context: RunContext, input: HoldInput): Promise<HeldRecord> {
  const { services, environmentId, runId, workflowId } = context;
  const { connectionId, object, keys, path } = input;
  const { workerId } = services.lease;
  if (!(await holdsLease(tx, workerId))) services.lease.fenced();
  const holder = `${workflowId} ${path}`;
  const claim: RecordClaim = { environmentId, connectionId, object, keys, holder, runId, workerId };
  return new HeldRecord(context, claim, await take(tx, context, claim));
}

/** Returns how long an earlier request may still create the record. @throws ConnectionHeld */
async function take(tx: OrganisationTx, { services }: RunContext, claim: RecordClaim): Promise<number> {
  const answer = await takeClaim(tx, claim);
  if (answer.isTaken) return answer.openForMs;
  const whose = answer.byRunId === claim.runId ? 'Another step of this run' : `Run ${answer.byRunId}`;
  throw new ConnectionHeld(
    `${whose} is writing the same ${claim.object}.`,
    waitMs(answer.heldForMs, services.random()),
    'lock',
  );
}

/** A wait grows with the time that the other step has taken so far, and jitter keeps waiters apart. */
function waitMs(heldForMs: number, random: number): number {
  return Math.round(Math.min(2000, Math.max(50, heldForMs / 2)) * (0.75 + random / 2));
}

/**
 * Everything that a record is looked up by. Two writes that would find the same record have at least one of these in
 * common.
 */
export function keysOf({ recordKey, candidates }: Pick<WriteWish, 'recordKey' | 'candidates'>): string[] {
  const keys = candidates.map((candidate) => {
    if (candidate.by === 'link') return `link:${candidate.entity}:${candidate.canonicalId}`;
    if (candidate.by === 'field') return `field:${candidate.field}:${String(candidate.value)}`;
    return candidate.by === 'ledger' ? idKey(candidate.id) : referenceKey(candidate.value);
  });
  return [...new Set([referenceKey(recordKey), ...keys])].map(bounded);
}

export const referenceKey = (recordKey: string): string => bounded(`external-id:${recordKey}`);

export const idKey = (id: string): string => bounded(`id:${id}`);

/** An index cannot hold entries of unlimited length. */
const bounded = (key: string): string =>
  key.length <= 300 ? key : `${key.slice(0, 200)}:${createHash('sha256').update(key).digest('hex')}`;
