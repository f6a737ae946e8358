import type { JsonSchema } from '../../connector/json-schema.ts';
import type { TextEdit } from '../syntax/text-edit.ts';

/** A line that somebody draws from a source field to a target field. */
export interface ConnectInput {
  readonly text: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly sourceSchema: JsonSchema;
  readonly targetSchema: JsonSchema;
  /** Inputs of the mapping, whose values show which items of a list a person may mean. */
  readonly samples?: readonly unknown[];
}

/** What becomes of it. Edits are patches of the text; `caret` is the position behind what they wrote. */
export type Connection =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'connected'; readonly edits: readonly TextEdit[]; readonly caret: number }
  | { readonly kind: 'choose'; readonly question: string; readonly choices: readonly ConnectionChoice[] };

export interface ConnectionChoice {
  readonly key: string;
  readonly label: string;
  readonly edits: readonly TextEdit[];
  readonly caret: number;
}
