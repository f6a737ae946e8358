import type { Connector, OpenConnection, SourceRecord } from '@throughline/core/connector';
import type { SandboxControl } from './sandbox-control.ts';

/** Describes a system to the contract suite. The assertions are the same for all systems. */
export interface ContractFixture {
  readonly connector: Connector;
  connection(url: string): OpenConnection;
  /** The same with a wrong secret. */
  refusedConnection(url: string): OpenConnection;
  readonly secrets: readonly string[];
  /** Called once after the stand-in has started or was reset. */
  readonly prepare?: (control: SandboxControl) => Promise<void>;
  /**
   * Where tokens are fetched, how long one lasts, and who enforces the lifetime: `ours` when the vendor tells us the
   * lifetime, and `theirs` when only a refusal shows that it is over. Absent when no token is exchanged.
   */
  readonly token?: { readonly path: string; readonly lifetimeMs: number; readonly endedBy: 'ours' | 'theirs' };

  /** An object that can be created, upserted by external id, changed and deleted. */
  readonly object: string;
  record(name: string): SourceRecord;
  /** The field of `record` that holds the name, and the field that holds the vendor's id. */
  readonly nameField: string;
  /** Counts the records that the vendor holds for an external id, without going through the connector. */
  count(control: SandboxControl, externalId: string): Promise<number>;
  /** Matches, for the stand-in's faults, the request by which an upsert (or a create with a key) makes its record. */
  readonly writeRequest: Readonly<Record<'upsert' | 'create', { readonly method: string; readonly path: string }>>;
  /** A record that the vendor itself refuses, and the fields it names. */
  readonly refused: { readonly record: SourceRecord; readonly fields: readonly string[] };
  /** True when several records travel in one request. */
  readonly hasBatches: boolean;

  /** A seeded list that takes more than one page at this limit. */
  readonly paged: { readonly object: string; readonly limit: number; readonly collection: string };
  /** A field of `paged.object` that holds a text on every record. */
  readonly pagedField: string;
  /** A 429 says how long to wait. */
  readonly hasRetryAfter: boolean;
  /** Deletions can be seen in `changes`. */
  readonly showsDeletions: boolean;
}
