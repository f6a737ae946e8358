import type { JsonSchema } from './json-schema.ts';

export type Settings = Readonly<Record<string, unknown>>;

/**
 * The settings that differ and decide where requests go, or whom they trust on the way. Kept secrets must not follow
 * such a change. A setting counts unless its schema says that it moves nothing, so a forgotten mark costs nobody a
 * secret. A setting that is left out has its default.
 */
export function movedSettings(schema: JsonSchema, before: Settings, after: Settings): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => {
    const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
    if (property?.['x-moves-nothing'] === true) return false;
    const valueIn = (settings: Settings) =>
      (Object.hasOwn(settings, name) ? settings[name] : null) ?? property?.default;
    return JSON.stringify(valueIn(before)) !== JSON.stringify(valueIn(after));
  });
}
