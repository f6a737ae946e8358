import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../kit/call-scope.ts';
import type { SalesforceApi } from './api.ts';
import { toSchema } from './describe.ts';

/** Objects as this org has them, described once per session and again when asked for. */
export class OrgSchema {
  readonly #api: SalesforceApi;
  readonly #schemas = new Map<string, Promise<JsonSchema>>();

  constructor(api: SalesforceApi) {
    this.#api = api;
  }

  /** Answers from memory when it can. */
  schema(object: ObjectManifest, scope: CallScope): Promise<JsonSchema> {
    const known = this.#schemas.get(object.name);
    return known ?? this.refresh(object, scope);
  }

  refresh(object: ObjectManifest, scope: CallScope): Promise<JsonSchema> {
    const fresh = this.#api.describe(object.name, scope).then((description) => toSchema(description, object));
    this.#schemas.set(object.name, fresh);
    // A failure is not remembered, so that the next call asks again.
    fresh.catch(() => this.#schemas.delete(object.name));
    return fresh;
  }

  forgetAll(): void {
    this.#schemas.clear();
  }
}
