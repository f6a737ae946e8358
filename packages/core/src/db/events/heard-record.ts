import type { RecordChangeKind } from '../schema/run.ts';

/** What an event says about one record of a system. */
export interface HeardRecord {
  readonly object: string;
  /** The vendor's id. */
  readonly recordId: string;
  readonly change: RecordChangeKind;
  /** The record's version, where the event tells it or the record was read. */
  readonly version?: string | undefined;
  /** What the system sent, when that is not the record itself. */
  readonly sent?: unknown;
}
