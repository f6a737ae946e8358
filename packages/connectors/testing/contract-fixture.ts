import type { Connector, OpenConnection, SourceRecord } from '@throughline/core/connector';
import type { SandboxControl } from './sandbox-control.ts';

/** What the contract suite has to know about a system. Everything that it asserts is the same for all. */
export interface ContractFixture {
  readonly connector: Connector;
  connection(url: string): OpenConnection;
  /** The same with a wrong secret. */
  refusedConnection(url: string): OpenConnection;
  readonly secrets: readonly string[];
  /** Called once after the stand-in has started or was reset. */
  readonly prepare?: (control: SandboxControl) => Promise<void>;
  /**
   * Where tokens are fetched, how long one lasts, and whose clock ends it: `ours` when the vendor tells the lifetime,
   * and `theirs` when only a refusal does. Absent when no token is exchanged.
   */
  readonly token?: { readonly path: string; readonly lifetimeMs: number; readonly endedBy: 'ours' | 'theirs' };

  /** An object that can be created, upserted by external id, changed and deleted. */
  readonly object: string;
  record(name: string): SourceRecord;
  /** Field of `record` that holds the name, and the field that tells the vendor's id. */
  readonly nameField: string;
  /** How many records the vendor holds for an external id, read past the connector. */
  count(control: SandboxControl, externalId: string): Promise<number>;
  /** The request by which an upsert, and a create with a key, makes its record; as a match of the stand-in's faults. */
  readonly writeRequest: Readonly<Record<'upsert' | 'create', { readonly method: string; readonly path: string }>>;
  /** A record the vendor itself refuses, and the fields it names. */
  readonly refused: { readonly record: SourceRecord; readonly fields: readonly string[] };
  /** True when several records travel in one request. */
  readonly hasBatches: boolean;

  /** A seeded list of more than one page at this limit. */
  readonly paged: { readonly object: string; readonly limit: number; readonly collection: string };
  /** A field of `paged.object` that holds a text on every record. */
  readonly pagedField: string;
  /** A 429 says how long to wait. */
  readonly hasRetryAfter: boolean;
  /** Deletions can be seen in `changes`. */
  readonly showsDeletions: boolean;
}
