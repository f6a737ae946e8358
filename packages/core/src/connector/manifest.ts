import type { ErrorClass } from './error.ts';
import type { JsonSchema } from './json-schema.ts';

export type WriteOperation = 'create' | 'update' | 'upsert' | 'delete';

/** One record type of a system, as data: safe to load in a browser. */
export interface ObjectManifest {
  /** The vendor's own name, for example `Opportunity`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Fields of a record as the connector returns and accepts it. `readOnly` fields cannot be written. */
  readonly schema: JsonSchema;
  /** The canonical entity that this object most often corresponds to. */
  readonly entity?: string;
  /** `field` holds the vendor's id; `external` is the field (or record) that holds ours. */
  readonly identity: { readonly field: string; readonly external?: string };
  /** The text field by which people know a record; absent where records have no name. */
  readonly nameField?: string;
  /** Fields by which `read` can find a record. */
  readonly lookupFields: readonly string[];
  /** Child lists that a `read` can include with the record, by name. */
  readonly children?: Readonly<Record<string, { readonly object: string; readonly foreignKey: string }>>;
  readonly read: { readonly pageSize: number };
  readonly changes?: {
    /** How far each poll overlaps the previous one, in milliseconds; repeats are dropped by version. */
    readonly overlapMs: number;
    /** Set when the list of changes shows less of a record than `read` does. A trigger then reads the record. */
    readonly isPartial?: boolean;
  };
  readonly write?: {
    readonly operations: readonly WriteOperation[];
    /** The system itself merges two concurrent upserts that create the same record. */
    readonly recognisesRepeats: boolean;
    /** The most records in one request; absent where the vendor takes one at a time. */
    readonly batchSize?: number;
    readonly requiredOnCreate: readonly string[];
  };
}

/** One way to sign in. `fields` is the form: a JSON Schema whose `format: "password"` fields are secrets. */
export interface AuthMethod {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly fields: JsonSchema;
}

/**
 * Everything about a system that is data: forms, objects, limits, error classes, webhooks. It contains no executable
 * code.
 */
export interface ConnectorManifest {
  /** Kebab-case system id, for example `salesforce`. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Two letters for the monogram tile. */
  readonly monogram: string;
  readonly category: 'crm' | 'psa' | 'erp' | 'hr' | 'time' | 'documents' | 'collaboration' | 'generic';
  /** Non-secret settings of a connection (base URL, account id, region). */
  readonly settings: JsonSchema;
  readonly auth: readonly AuthMethod[];
  readonly objects: Readonly<Record<string, ObjectManifest>>;
  /**
   * Regular expression for the names of fields that an account may add by itself, for example `__c$`. The catalogue
   * cannot know whether such a field exists.
   */
  readonly customFields?: string;
  readonly limits: {
    readonly concurrency: number;
    readonly requestsPerSecond: number;
  };
  /** Vendor error code → class. A code that is not listed falls back to the HTTP status. */
  readonly errorCodes: Readonly<Record<string, ErrorClass>>;
  readonly webhook?: {
    readonly objects: readonly string[];
    /** What an account has to set up before it sends webhooks; absent where registering the address is enough. */
    readonly setup?: string;
  };
  /** Surprising behaviour, with the vendor page that documents it. */
  readonly quirks: readonly { readonly id: string; readonly text: string; readonly source: string }[];
}

/** System id → manifest. Validators and the designer receive it as an argument; core never looks one up. */
export type ConnectorCatalog = Readonly<Record<string, ConnectorManifest>>;
