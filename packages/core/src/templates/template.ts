import type { FlowInput } from '../flow/definition.ts';
import type { ValueMapDocument } from '../flow/definition.ts';
import type { MappingDocument } from '../mapping/document.ts';

interface Named {
  /** Kebab-case key of the definition; flows refer to mappings and value maps by it. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
}

export interface TemplateFlow extends Named {
  readonly kind: 'flow';
  readonly document: FlowInput;
}
export interface TemplateMapping extends Named {
  readonly kind: 'mapping';
  readonly document: MappingDocument;
}
export interface TemplateValueMap extends Named {
  readonly kind: 'value-map';
  readonly document: ValueMapDocument;
}

export type TemplateDefinition = TemplateFlow | TemplateMapping | TemplateValueMap;

/** A working set of definitions that a firm installs as drafts and makes its own. */
export interface Template {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** In the order in which they can be installed: definitions come after those to which they refer. */
  readonly definitions: readonly TemplateDefinition[];
  /** Keys of the connections that its flows use, each with its required system. */
  readonly requires: readonly { readonly connection: string; readonly system: string }[];
}
