import type { KantataProblem } from '../kantata-error.ts';
import type { KantataStore } from './kantata-store.ts';
import type { Attributes, KantataRecord, ResourceKey } from './record.ts';

export interface BelongsTo {
  readonly foreignKey: string;
  readonly resource: ResourceKey;
}

export interface HasMany {
  /** The attribute that lists the ids; it appears only when the association is included. */
  readonly idsKey: string;
  readonly resource: ResourceKey;
  readonly ids: (record: KantataRecord, store: KantataStore) => string[];
}

export type Filter = (record: KantataRecord, value: string, store: KantataStore) => boolean;
export type Operation = 'index' | 'show' | 'create' | 'update' | 'delete';

/** What a write works with besides its input. */
export interface WriteContext {
  readonly store: KantataStore;
  /** The user the token belongs to. */
  readonly userId: string;
  /** The record before the write; undefined on create. */
  readonly previous: KantataRecord | undefined;
  /** The allowed attributes, as the caller sent them. */
  readonly input: Attributes;
}

/** One endpoint of the API, e.g. `workspaces`. */
export interface Resource {
  readonly key: ResourceKey;
  readonly singular: string;
  /** Its name in external references and events, e.g. `Workspace`. */
  readonly subjectType: string;
  readonly operations: readonly Operation[];
  /** Attributes every answer shows. */
  readonly attributes: readonly string[];
  /** Attributes shown on `optional_fields=`. */
  readonly optionalFields?: readonly string[];
  readonly createAttributes: readonly string[];
  readonly updateAttributes: readonly string[];
  /** How many records one POST may create; 1 when the endpoint has no bulk create. */
  readonly bulkLimit: number;
  readonly belongsTo?: Readonly<Record<string, BelongsTo>>;
  readonly hasMany?: Readonly<Record<string, HasMany>>;
  readonly filters?: Readonly<Record<string, Filter>>;
  /** The default filter: hides records unless a parameter asks for them. It applies to index and show alike. */
  readonly isVisible?: (record: KantataRecord, query: URLSearchParams, store: KantataStore) => boolean;
  /** Refuses an index request that lacks a mandatory parameter. */
  readonly requireQuery?: (query: URLSearchParams) => void;
  readonly searchIn?: readonly string[];
  readonly orderBy: readonly string[];
  /** `field:direction`. */
  readonly defaultOrder: string;
  /** Fills in what the caller left out. */
  readonly complete?: (attributes: Attributes, context: WriteContext) => Attributes;
  readonly validate?: (attributes: Attributes, context: WriteContext) => KantataProblem[];
  /** Attributes computed when the record is shown. */
  readonly compute?: (record: KantataRecord, store: KantataStore) => Attributes;
  readonly afterWrite?: (record: KantataRecord, context: WriteContext) => void;
  readonly beforeDelete?: (record: KantataRecord, store: KantataStore) => void;
  /** For endpoints that keep deleted records: marks them instead of removing them. */
  readonly markDeleted?: (record: KantataRecord, store: KantataStore) => void;
}

export const ALL_OPERATIONS: readonly Operation[] = ['index', 'show', 'create', 'update', 'delete'];

/** A filter on an attribute that takes one id or several with commas. */
export function idFilter(attribute: string): Filter {
  return (record, value) => value.split(',').includes(String(record[attribute]));
}
