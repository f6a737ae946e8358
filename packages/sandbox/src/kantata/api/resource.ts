import type { KantataProblem } from '../kantata-error.ts';
import type { Filter } from './filters.ts';
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

/** What a record is sorted by: an attribute, also a computed one. */
type SortKeys = Readonly<Record<string, string>>;

/** Decides whether a record is shown that the endpoint hides unless a parameter asks for it. */
export type Visibility = (record: KantataRecord, query: URLSearchParams, store: KantataStore) => boolean;

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
  /** Attributes that a create may also have in its query. */
  readonly createQuery?: readonly string[];
  readonly updateAttributes: readonly string[];
  /** How many records one POST may create; 1 when the endpoint has no bulk create. */
  readonly bulkLimit: number;
  readonly belongsTo?: Readonly<Record<string, BelongsTo>>;
  readonly hasMany?: Readonly<Record<string, HasMany>>;
  /** The vendor's page about the endpoint, e.g. `Time Entries`. */
  readonly page: string;
  /** Query parameters of index. */
  readonly filters: Readonly<Record<string, Filter>>;
  /** Query parameters that the vendor's page lists and the stand-in lacks. */
  readonly refusedFilters?: string;
  /** Default filters, with the parameters that lift them. They apply to index and show alike. */
  readonly hidden?: { readonly parameters: string; readonly isVisible: Visibility };
  /** Index alone leaves these out, with the parameters that bring them in. */
  readonly unlisted?: { readonly parameters: string; readonly isVisible: Visibility };
  /** False where index cannot be filtered by the time of the last change. */
  readonly filtersByUpdate?: false;
  /** Refuses an index request that lacks a mandatory parameter. */
  readonly requireQuery?: (query: URLSearchParams) => void;
  /** The text that `search` looks into; endpoints without it know no `search`. */
  readonly searchText?: (record: KantataRecord, store: KantataStore) => string;
  /** Values of `order`, without their direction. */
  readonly orderBy: SortKeys;
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
