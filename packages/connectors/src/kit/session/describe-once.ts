import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';

/** Objects as the account has them, described once per session and again when asked for. */
export class DescribeOnce {
  readonly #schemas = new Map<string, Promise<JsonSchema>>();

  get(object: ObjectManifest, describe: () => Promise<JsonSchema>): Promise<JsonSchema> {
    return this.#schemas.get(object.name) ?? this.refresh(object, describe);
  }

  refresh(object: ObjectManifest, describe: () => Promise<JsonSchema>): Promise<JsonSchema> {
    const fresh = describe();
    this.#schemas.set(object.name, fresh);
    // A failure is not remembered, so that the next call asks again.
    fresh.catch(() => this.#schemas.delete(object.name));
    return fresh;
  }

  forgetAll(): void {
    this.#schemas.clear();
  }
}
