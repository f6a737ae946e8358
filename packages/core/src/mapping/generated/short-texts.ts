/** True if `$trim` would leave a text as it is: no blanks at its ends, no two next to each other, no tabs or line ends. */
export function isTrimmed(text: string): boolean {
  let isBlankBefore = true;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 32) isBlankBefore = false;
    else if (unit === 32) {
      if (isBlankBefore) return false;
      isBlankBefore = true;
    } else if (unit === 9 || unit === 10 || unit === 13) return false;
    else isBlankBefore = false;
  }
  return !isBlankBefore || text.length === 0;
}

/** The characters from `start` up to `end`, or undefined where a character of two units is in the way. */
export function cutText(text: string, start: number, end: number): string | undefined {
  const last = Math.min(end, text.length);
  for (let index = 0; index < last; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdfff) return undefined;
  }
  return text.slice(start, end);
}
