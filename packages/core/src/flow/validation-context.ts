import type { ConnectorCatalog } from '../connector/manifest.ts';
import type { AnalysisWork } from '../mapping/analysis/interpretation.ts';
import type { MappingDocument } from '../mapping/document.ts';
import type { EntitySchemas } from '../mapping/resolve-schema.ts';
import type { FlowDocument, ValueMapDocument } from './definition.ts';

/**
 * What a document is checked against. Keys are definition keys. The validator looks nothing up: whoever calls it says
 * whether this is what is live in an environment, or that with a change's drafts laid over it.
 */
export interface ValidationContext {
  readonly catalog: ConnectorCatalog;
  readonly entities: EntitySchemas;
  readonly mappings: Readonly<Record<string, MappingDocument>>;
  readonly valueMaps: Readonly<Record<string, ValueMapDocument>>;
  readonly flows: Readonly<Record<string, FlowDocument>>;
  /** Connections of the environment. Left out while nobody has chosen one: connections are then not checked. */
  readonly connections?: readonly { readonly key: string; readonly system: string }[];
  /** Key of the flow being checked, so that a call of itself is seen. */
  readonly flowKey?: string;
  /** How much the check may look at; without it, only each expression has its limits. */
  readonly work?: AnalysisWork;
}
