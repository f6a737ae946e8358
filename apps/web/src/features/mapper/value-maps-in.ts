/** Keys of the value maps a text names as literals, each once. */
export function valueMapsIn(text: string): string[] {
  const names = Array.from(
    text.matchAll(/\$valueMap\s*\(\s*(?:"([^"]+)"|'([^']+)')/g),
    ([, one, other]) => one ?? other,
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}
