const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Tells whether JSON has lists and objects nested deeper than a limit. It looks at each byte outside of texts once,
 * because parsing millions of levels stops the whole process for seconds.
 */
export function isNestedDeeper(json: Buffer, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case QUOTE:
        at = endOfText(json, at);
        break;
      // [ and {
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > limit) return true;
        break;
      // ] and }
      case 0x5d:
      case 0x7d:
        depth -= 1;
        break;
    }
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
