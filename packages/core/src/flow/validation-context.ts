import type { ConnectorCatalog } from '../connector/manifest.ts';
import type { AnalysisWork } from '../mapping/analysis/interpretation.ts';
import type { MappingDocument } from '../mapping/document.ts';
import type { EntitySchemas } from '../mapping/resolve-schema.ts';
import type { FlowDocument, ValueMapDocument } from './definition.ts';

/**
 * What a document is checked against. Keys are definition keys. The validator looks nothing up: the caller decides
 * whether this is what is live in an environment, or that with the drafts of a change on top.
 */
export interface ValidationContext {
  readonly catalog: ConnectorCatalog;
  readonly entities: EntitySchemas;
  readonly mappings: Readonly<Record<string, MappingDocument>>;
  readonly valueMaps: Readonly<Record<string, ValueMapDocument>>;
  readonly flows: Readonly<Record<string, FlowDocument>>;
  /**
   * Connections of the environment. Absent as long as nobody has chosen an environment; connections are not checked
   * then.
   */
  readonly connections?: readonly { readonly key: string; readonly system: string }[];
  /** Key of the flow being checked, so that a call to itself is recognised. */
  readonly flowKey?: string;
  /** How much work the check may do. Without it, only the limits of each expression apply. */
  readonly work?: AnalysisWork;
}
