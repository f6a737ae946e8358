import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../kit/call-scope.ts';
import type { NetsuiteApi } from './api.ts';
import { isCustomField, toSchema } from './describe.ts';
import { tables } from './tables.ts';
import type { TableBinding } from './tables.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export interface Selection {
  readonly binding: TableBinding;
  readonly fields: readonly string[];
  readonly schema: (name: string) => JsonSchema | undefined;
  readonly column: (name: string) => string;
}

/** Record types as this account has them. They are described once per session, and again when requested. */
export class AccountSchema {
  readonly #api: NetsuiteApi;
  readonly #schemas = new Map<string, Promise<JsonSchema>>();

  constructor(api: NetsuiteApi) {
    this.#api = api;
  }

  schema(object: ObjectManifest, scope: CallScope): Promise<JsonSchema> {
    return this.#schemas.get(object.name) ?? this.refresh(object, scope);
  }

  refresh(object: ObjectManifest, scope: CallScope): Promise<JsonSchema> {
    const fresh = this.#api.metadata(object.name, scope).then((metadata) => toSchema(metadata, object));
    this.#schemas.set(object.name, fresh);
    fresh.catch(() => this.#schemas.delete(object.name));
    return fresh;
  }

  /**
   * The fields of the object that a SuiteQL query can show: the bound fields, and this account's custom header fields.
   */
  async selection(object: ObjectManifest, scope: CallScope): Promise<Selection> {
    const binding = ownValue(tables, object.name);
    if (binding === undefined) throw new Error(`No SuiteQL table is bound to ${object.name}.`);
    const { properties = {} } = await this.schema(object, scope);
    const isScalar = ({ type }: JsonSchema): boolean => type !== 'object' && type !== 'array';
    const custom = Object.entries(properties)
      .filter(([name, schema]) => isCustomField(name) && isScalar(schema))
      .map(([name]) => name);
    return {
      binding,
      fields: [...binding.fields, ...custom],
      schema: (name) => ownValue(object.schema.properties, name) ?? ownValue(properties, name),
      column: (name) => ownValue(binding.columns, name) ?? `r.${name.toLowerCase()}`,
    };
  }
}
