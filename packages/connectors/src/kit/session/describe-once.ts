import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';

/** Objects as the account has them, described once per session and again when asked for. */
export class DescribeOnce {
  readonly #describe: (object: ObjectManifest) => Promise<JsonSchema>;
  readonly #schemas = new Map<string, Promise<JsonSchema>>();

  constructor(describe: (object: ObjectManifest) => Promise<JsonSchema>) {
    this.#describe = describe;
  }

  get(object: ObjectManifest): Promise<JsonSchema> {
    return this.#schemas.get(object.name) ?? this.refresh(object);
  }

  refresh(object: ObjectManifest): Promise<JsonSchema> {
    const fresh = this.#describe(object);
    this.#schemas.set(object.name, fresh);
    // A failure is not remembered, so that the next call asks again. A newer description may have taken its place.
    fresh.catch(() => {
      if (this.#schemas.get(object.name) === fresh) this.#schemas.delete(object.name);
    });
    return fresh;
  }

  forgetAll(): void {
    this.#schemas.clear();
  }
}
