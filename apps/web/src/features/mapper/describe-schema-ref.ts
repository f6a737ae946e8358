import type { SchemaRef } from '@throughline/core/mapping/document';

/** A short description of a shape: `contract`, `salesforce Opportunity`, `opportunity + account`, `anything`. */
export function describeSchemaRef(ref: SchemaRef): string {
  switch (ref.kind) {
    case 'any':
      return 'anything';
    case 'entity':
      return ref.entity;
    case 'object':
      return `${ref.system} ${ref.object}`;
    case 'bundle':
      return Object.keys(ref.parts).join(' + ');
  }
}
