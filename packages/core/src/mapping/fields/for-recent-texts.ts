const most = 8;

/** Remembers what was read from recent texts, because several parts of a page ask for the same. */
export function forRecentTexts<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    const value = read(text);
    const oldest = known.keys().next();
    if (known.size >= most && oldest.done !== true) known.delete(oldest.value);
    known.set(text, { value });
    return value;
  };
}
