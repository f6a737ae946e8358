const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];

/**
 * Tells whether JSON has lists and objects nested deeper than a limit. It looks at each byte outside of texts once,
 * because parsing millions of levels stops the whole process for seconds.
 */
export function isNestedDeeper(json: Buffer, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfText(json, at);
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

/** The place of the quote that ends a text; the end of everything if there is none. */
function endOfText(json: Buffer, start: number): number {
  for (let end = json.indexOf(QUOTE, start + 1); end !== -1; end = json.indexOf(QUOTE, end + 1)) {
    let before = end - 1;
    while (before > start && json[before] === BACKSLASH) before -= 1;
    // An even number of backslashes are characters themselves, and do not protect the quote.
    if ((end - 1 - before) % 2 === 0) return end;
  }
  return json.length;
}
