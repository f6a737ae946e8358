import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { UsedConnection } from '../../connections/connections.ts';
import type { RunContext } from '../../run/run-context.ts';
import type { DeliveryKey, DeliveryRow } from '../../store/delivery.ts';
import type { WriteWish } from './evaluate-write.ts';
import type { WriteTarget } from './find-target.ts';
import type { HeldRecord } from './hold-record.ts';
import type { Looked } from './looked.ts';

/** A write step's output. */
export interface WriteResult {
  /** The vendor's id; null when there is no record. */
  readonly id: string | null;
  readonly effect: 'created' | 'updated' | 'deleted' | 'unchanged' | 'skipped' | 'repaired';
  readonly externalId: string;
  /** This write made the record; its effect is called a repair because an earlier run had made it before. */
  readonly isMade?: true;
  /** The record is there, and the fields that its system takes only from an update are still to be written. */
  readonly isUnfinished?: true;
}

/** One write in the hands of this process. */
export interface Delivering {
  readonly context: RunContext;
  readonly used: UsedConnection;
  readonly object: ObjectManifest;
  readonly wish: WriteWish;
  readonly key: DeliveryKey;
  /** Path of the step; with the run, it tells who delivered. */
  readonly path: string;
  readonly hash: string;
  readonly prior: DeliveryRow;
  readonly held: HeldRecord;
  /** A live flow listens to changes of the object, and would be told about this write. */
  readonly isListenedTo: boolean;
  /**
   * An attempt of this run, whose outcome is unknown, found no record before it, so this run made whatever is there
   * now.
   */
  readonly mayHaveCreated: boolean;
  /** The record made by an earlier attempt whose answer we never got. */
  readonly ours?: WriteTarget | undefined;
  /** An earlier run delivered this, and looking showed that it is gone or was changed. */
  readonly damage?: Exclude<Looked, { readonly as: 'delivered' }> | undefined;
}

/** Whether this write repairs what an earlier run delivered. A worker that takes over a repair learns it from the ledger. */
export const isRepairing = ({ damage, prior, hash }: Delivering): boolean =>
  damage !== undefined || (prior.state === 'sent' && prior.effect === 'repaired' && prior.payloadHash === hash);
