import type {
  ChangePage,
  Connector,
  SessionDependencies,
  SourceRecord,
  WriteOutcome,
  WriteRequest,
} from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ConnectorManifest, ObjectManifest } from '@throughline/core/connector/manifest';
import type { Authorizer } from '../authorizer.ts';
import type { CallScope } from '../call-scope.ts';
import type { ConnectionFields } from '../connection-fields.ts';
import type { HttpClient } from '../http-client.ts';
import type { HttpReply, HttpRequest } from '../http-request.ts';
import type { ChildList } from '../object-manifest.ts';
import type { Pager } from '../pagers/pager.ts';
import type { RateReading } from '../rate-reading.ts';
import type { VendorProblem } from '../vendor-problem.ts';
import type { WireResponse } from '../wire.ts';
import type { Step, StepKind } from '../writes/decide-write.ts';
import type { WriteStrategy } from '../writes/write-strategies.ts';
import type { RowQuery } from './row-query.ts';

/** A system beside its manifest: how to sign in to it, and how its objects travel. */
export interface System {
  readonly manifest: ConnectorManifest;
  readonly wireOf: (object: ObjectManifest) => ObjectWire;
  /** Where requests go; the default is the setting `baseUrl`. */
  readonly baseUrl?: (fields: ConnectionFields) => string;
  readonly authorizer: (signIn: SignIn) => Authorizer;
  /** Reads something small, and says in a sentence where we are signed in. */
  readonly probe: (call: Call) => Promise<string>;
  readonly readProblem: (reply: HttpReply) => VendorProblem;
  /** Reads limits from headers that are the vendor's own. */
  readonly readRate?: (reply: WireResponse) => Partial<RateReading>;
  /** An object as the account has it. Without it, the manifest's fields are all that there are. */
  readonly describe?: (call: Call, object: ObjectManifest) => Promise<JsonSchema>;
  /** The vendor's code for a field that is gone; what was described is then forgotten. */
  readonly staleSchemaCode?: string;
  /** Checks a write before anything is sent. The default checks it against the manifest. */
  readonly checkWrite?: (call: Call, object: ObjectManifest, request: WriteRequest) => Promise<void>;
  readonly readWebhook?: NonNullable<Connector['readWebhook']>;
}

/** What a sign-in works with. */
export interface SignIn {
  readonly client: HttpClient;
  readonly fields: ConnectionFields;
  readonly baseUrl: string;
  readonly now: () => number;
}

/** One call of a session. Every function of a system receives it, because only it can send. */
export interface Call {
  readonly manifest: ConnectorManifest;
  readonly wireOf: (object: ObjectManifest) => ObjectWire;
  readonly fields: ConnectionFields;
  readonly scope: CallScope;
  readonly sleep: SessionDependencies['sleep'];
  /** @throws ConnectorError for everything but 2xx and the accepted statuses */
  send(request: HttpRequest): Promise<HttpReply>;
  /** The object as the account has it. It is described once per session. */
  schema(object: ObjectManifest): Promise<JsonSchema>;
}

/** How an object travels. Each slot takes a strategy of the kit, data, or a function of the system. */
export interface ObjectWire {
  readonly pager: Pager | ((query: RowQuery) => Pager);
  /** The request for what a query asks for, without its page. */
  readonly request: (call: Call, object: ObjectManifest, query: RowQuery, schema: JsonSchema) => HttpRequest;
  /** The rows of a reply, as the vendor wrote them. */
  readonly rows: (body: unknown, object: ObjectManifest, query: RowQuery) => readonly SourceRecord[];
  /** Applies the parts of a query that the vendor cannot. */
  readonly keeps?: (row: SourceRecord, query: RowQuery) => boolean;
  /** A row as the manifest describes the record. @throws ConnectorError `SCHEMA_DRIFT` */
  readonly toRecord: (row: SourceRecord, object: ObjectManifest, schema: JsonSchema) => SourceRecord;
  /** Names that a filter may use; the default are the fields of the described object. */
  readonly filterable?: (object: ObjectManifest, schema: JsonSchema) => readonly string[];
  /** Vendor ids have this form. Anything else is refused before it can become part of an address. */
  readonly idForm?: RegExp;
  /** Reads one record by its id or by our key, where that is not a query. */
  readonly byId?: (call: Call, object: ObjectManifest, id: string) => Promise<SourceRecord | undefined>;
  readonly byKey?: (call: Call, object: ObjectManifest, key: string) => Promise<SourceRecord | undefined>;
  /** Finds only the id of the record with our key; the default reads the record. */
  readonly idByKey?: (call: Call, object: ObjectManifest, key: string) => Promise<string | undefined>;
  /** The field that holds our key, where the connection decides it. The default is the manifest's. */
  readonly keyField?: (call: Call) => string;
  readonly children?: ReadChildren;
  /** The field with the time of the last change. */
  readonly mark?: string;
  readonly changes?: Follow;
  readonly writes?: Writes;
}

/** One poll for changes. */
export interface Poll {
  readonly call: Call;
  readonly object: ObjectManifest;
  readonly cursor: string | undefined;
  /** ISO instant at which the first poll begins. */
  readonly since: string;
  readonly limit: number;
  readonly overlapMs: number;
}

/** How the changes of an object are followed. @throws ConnectorError `gone` for a cursor that it did not give out */
export type Follow = (poll: Poll) => Promise<ChangePage>;

/** Reads a child list of several records, by the id of its parent. Parents without children may be left out. */
export type ReadChildren = (
  call: Call,
  parent: ObjectManifest,
  parentIds: readonly string[],
  child: ChildList,
) => Promise<ReadonlyMap<string, readonly SourceRecord[]>>;

/** How records of an object are written. */
export interface Writes {
  /** What a write with our own key becomes. */
  readonly strategy: WriteStrategy;
  /** The request for steps of one kind, in the vendor's shape; at most as many as the manifest's `batchSize`. */
  readonly request: (call: Call, object: ObjectManifest, kind: StepKind, steps: readonly Step[]) => HttpRequest;
  /** What the vendor did, in the order of the steps. */
  readonly outcomes: (reply: HttpReply, object: ObjectManifest, steps: readonly Step[]) => readonly WriteOutcome[];
  /** Finds the record that a create would only make again, where the vendor answers as if it had made a new one. */
  readonly existing?: (call: Call, object: ObjectManifest, record: SourceRecord) => Promise<string | undefined>;
  /** Tells whether a record is already gone, where deleting it again would be answered like a deletion. */
  readonly isGone?: (call: Call, object: ObjectManifest, id: string) => Promise<boolean>;
  /** Fields that the vendor takes in a create or in an update only. */
  readonly limited?: (object: ObjectManifest) => {
    readonly createOnly: readonly string[];
    readonly updateOnly: readonly string[];
  };
}
