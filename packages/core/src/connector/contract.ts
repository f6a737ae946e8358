import type { LookupFunction } from 'node:net';
import type { ConnectorError } from './error.ts';
import type { JsonSchema } from './json-schema.ts';
import type { ConnectorManifest, WriteOperation } from './manifest.ts';

/**
 * A record as the system has it, in the shape of its object's schema. A field without a value is absent; in a write,
 * `null` clears the field.
 */
export type SourceRecord = Readonly<Record<string, unknown>>;

/** A connection with its secrets decrypted. It lives in the runtime's memory only, and is never logged. */
export interface OpenConnection {
  readonly id: string;
  readonly system: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly auth: { readonly method: string; readonly fields: Readonly<Record<string, unknown>> };
}

/** How a record is found: by the vendor's id, by our external id, or by exact values of `lookupFields`. */
export type RecordIdentity =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'external-id'; readonly value: string }
  | { readonly by: 'fields'; readonly fields: Readonly<Record<string, string | number | boolean>> };

export interface ReadRequest {
  readonly object: string;
  readonly identity: RecordIdentity;
  /** Names from the object's `children` to include, each as an array under its name. */
  readonly include?: readonly string[] | undefined;
}

export interface ListRequest {
  readonly object: string;
  /** Exact matches, all of which must hold. */
  readonly where?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  readonly include?: readonly string[] | undefined;
  /** The cursor of the previous page; absent for the first page. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  /**
   * The records that changed last come first, as far as the vendor can sort by that. Such a list has only a first page,
   * because what changes meanwhile would move between its pages.
   */
  readonly newestFirst?: boolean | undefined;
  /** Only records whose name (the object's `nameField`) contains this text, in upper or lower case. */
  readonly nameHas?: string | undefined;
}

export interface RecordPage {
  readonly records: readonly SourceRecord[];
  /** Absent on the last page. */
  readonly nextCursor?: string | undefined;
}

export interface ChangesRequest {
  readonly object: string;
  /** Opaque, from the previous call; absent starts at `since`. */
  readonly cursor?: string | undefined;
  /** ISO instant at which a first poll begins. */
  readonly since: string;
  readonly limit?: number | undefined;
}

export interface RecordChange {
  readonly id: string;
  readonly kind: 'upserted' | 'deleted';
  /** The vendor's version mark of the record (modstamp, etag). Equal marks mean the same change. */
  readonly version: string;
  readonly changedAt: string;
  /** Absent for deletions. */
  readonly record?: SourceRecord | undefined;
}

/** A record with the mark of its version. */
export interface LookedRecord {
  readonly id: string;
  readonly version: string;
  readonly changedAt: string;
  readonly record: SourceRecord;
}

export interface ChangePage {
  readonly changes: readonly RecordChange[];
  /** Always present: where the next poll continues. */
  readonly cursor: string;
  readonly hasMore: boolean;
}

export interface WriteRequest {
  readonly object: string;
  readonly operation: WriteOperation;
  /** Required for update and delete. For upsert and create it is the external id that makes the write repeatable. */
  readonly identity?: RecordIdentity | undefined;
  /** The record in the shape of the object's schema; absent for delete. */
  readonly record?: SourceRecord | undefined;
  /** Version last seen; when the system supports it, a newer one there is a `conflict`. */
  readonly ifVersion?: string | undefined;
}

/** A request as it would be sent. The credentials are masked. */
export interface RehearsedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body; absent where none is sent. */
  readonly body?: unknown;
}

export type WriteOutcome =
  | {
      readonly isOk: true;
      /** The vendor's id of the record. */
      readonly id: string;
      readonly effect: 'created' | 'updated' | 'deleted' | 'unchanged';
      /**
       * Set when the system accepts some of the fields only in an update. They are not written yet: the caller updates
       * the record by its id. A connector never sends both halves itself, because only the caller can journal them
       * separately.
       */
      readonly isUnfinished?: boolean;
    }
  | { readonly isOk: false; readonly error: ConnectorError };

export interface TestOutcome {
  readonly isOk: boolean;
  /** One sentence: where we are signed in and as whom, or what failed and what to do. */
  readonly message: string;
  /** Round trip of the probe in milliseconds. */
  readonly durationMs: number;
}

/** One request as journaled. Secrets are redacted; sizes are in bytes, and the duration is in milliseconds. */
export interface JournalEntry {
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly status: number | undefined;
  readonly durationMs: number;
  readonly attempt: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly errorClass?: string | undefined;
}

/** What a session needs from outside. It is passed in so that tests can freeze the clock and read the journal. */
export interface SessionDependencies {
  readonly now: () => number;
  /** 0 ≤ x < 1; for jitter. */
  readonly random: () => number;
  readonly sleep: (durationMs: number, signal?: AbortSignal) => Promise<void>;
  readonly journal: (entry: JournalEntry) => void;
  /** Decides whether a URL may be called (outbound guard); throws ConnectorError `forbidden` when not. */
  readonly guard: (url: URL) => void;
  /**
   * Resolves the names that the guard let pass and checks every address, so that connections are only made to checked
   * addresses. Fails with ConnectorError `forbidden`. When absent, the system's own resolver is used without a check.
   */
  readonly lookup?: LookupFunction | undefined;
  /** What other processes that use the same connection are doing right now; absent when there are none. */
  readonly shared?: SharedLimits | undefined;
}

/** The limits of one connection, shared by all processes that use it. */
export interface SharedLimits {
  /**
   * Waits for a place among the running requests and for its turn in the pace. Call the returned function when the
   * request has ended.
   * @throws the signal's reason when it aborts meanwhile
   */
  enter(
    limits: { readonly concurrency: number; readonly requestsPerSecond: number },
    signal: AbortSignal,
  ): Promise<() => void>;
  /** Records that the vendor asked for a pause. Nobody sends anything until it is over. */
  pause(pauseMs: number): void;
}

export interface CallOptions {
  /** Total time for the call with its retries, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An open session with one configured account. Every failure is a ConnectorError. */
export interface ConnectorSession {
  /** Signs in and reads something small. It never throws for a refused sign-in; the outcome reports it. */
  test(options?: CallOptions): Promise<TestOutcome>;
  /** The object's schema as this account has it now, including custom fields. */
  describe(object: string, options?: CallOptions): Promise<JsonSchema>;
  /** One record, or undefined when there is none. More than one match by fields is a `duplicate` error. */
  read(request: ReadRequest, options?: CallOptions): Promise<SourceRecord | undefined>;
  list(request: ListRequest, options?: CallOptions): Promise<RecordPage>;
  changes(request: ChangesRequest, options?: CallOptions): Promise<ChangePage>;
  /** One record as `read` gives it, with the version that `changes` gives it; undefined when there is none. */
  look(request: ReadRequest, options?: CallOptions): Promise<LookedRecord | undefined>;
  /** One outcome per request, in request order. A failed record never hides the others. */
  write(requests: readonly WriteRequest[], options?: CallOptions): Promise<readonly WriteOutcome[]>;
  /**
   * What `write` would send for a request, in this order. It looks up what `write` looks up, and sends no change. Empty
   * where nothing would be sent. @throws ConnectorError where `write` would fail before it sends anything
   */
  rehearse(request: WriteRequest, options?: CallOptions): Promise<readonly RehearsedRequest[]>;
  /** Releases sockets and tokens. */
  close(): Promise<void>;
}

export interface WebhookRequest {
  /** The address that the sender called, because some signatures cover it; absent where it is not known. */
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body's bytes as received, because signatures are computed over bytes. */
  readonly body: Uint8Array;
}

/** One event of a webhook, after its signature was checked. */
export interface WebhookEvent {
  /** The vendor's event id. Two events with the same id are the same event. */
  readonly id: string;
  readonly object: string;
  readonly recordId: string;
  readonly kind: 'created' | 'updated' | 'deleted';
  readonly occurredAt: string;
  readonly data: SourceRecord;
}

/** What a system package exports for the runtime. */
export interface Connector {
  readonly manifest: ConnectorManifest;
  open(connection: OpenConnection, dependencies: SessionDependencies): ConnectorSession;
  /**
   * Checks the signature against the connection's webhook secret and returns its events.
   * @throws ConnectorError `auth` when the signature is missing, wrong or too old (±5 minutes), `validation` when the body is not one of ours.
   */
  readWebhook?(request: WebhookRequest, secret: string, nowMs: number): readonly WebhookEvent[];
}
