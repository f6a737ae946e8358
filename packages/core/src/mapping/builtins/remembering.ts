const mostTexts = 200;
const longestText = 200;

/**
 * Caches what a reader has read recently, because a mapping reads the same few pictures for every record.
 * @param read returns a value that nobody changes; its errors are not cached
 */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const value = read(text);
    if (known.size >= mostTexts) known.clear();
    if (text.length <= longestText) known.set(text, value);
    return value;
  };
}
