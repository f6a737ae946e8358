/** JSON writes the NUL character and half a surrogate pair as these escapes; an escaped backslash comes before neither. */
const escapes = /\\(?:\\|u(?:0000|d[89a-f][0-9a-f]{2}))/g;

/**
 * The value with text that PostgreSQL can store: the NUL character and halves of surrogate pairs are spelled out as
 * `\u0000`. Only for what people look at; a payload that is delivered must not change.
 */
export function escapeUnstorable<Value>(value: Value): Value {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return value;
  const escaped = text.replace(escapes, (found) => (found === '\\\\' ? found : `\\${found}`));
  return escaped === text ? value : (JSON.parse(escaped) as Value);
}
