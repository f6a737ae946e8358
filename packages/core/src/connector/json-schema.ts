import type { Unit } from '../canonical/parts/unit.ts';

/** The part of JSON Schema 2020-12 that object descriptions, entities and settings forms use. */
export interface JsonSchema {
  readonly $id?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly readOnly?: boolean;
  /** The value can be written but is never returned. */
  readonly writeOnly?: boolean;
  readonly additionalProperties?: boolean | JsonSchema;
  /** Keys are regular expressions, for example for the names of an org's own fields. */
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly 'x-unit'?: Unit;
  /** A setting that decides neither where requests go nor whom they trust: kept secrets stay when it changes. */
  readonly 'x-moves-nothing'?: true;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';
