import type { FieldValues } from './schema-fields.tsx';

/** What a person has typed into the form of a connection. */
export interface ConnectionDraft {
  readonly name: string;
  readonly key: string;
  readonly settings: FieldValues;
  readonly authMethod: string;
  readonly secrets: FieldValues;
}
