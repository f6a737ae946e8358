/** With more comparisons than this, a text is not merged line by line, and a person chooses. */
const mostComparisons = 4_000_000;

/** Merges two edits of a text line by line; undefined if both changed the same or adjacent lines. */
export function mergeLines(base: string, mine: string, newer: string): string | undefined {
  const [was, own, theirs] = [base.split('\n'), mine.split('\n'), newer.split('\n')];
  if (was.length * Math.max(own.length, theirs.length) > mostComparisons) return undefined;
  const inMine = matches(was, own);
  const inNewer = matches(was, theirs);
  const merged: string[] = [];
  let [wasAt, ownAt, theirsAt] = [0, 0, 0];
  for (let index = 0; index <= was.length; index += 1) {
    const ownEnd = index === was.length ? own.length : inMine.get(index);
    const theirsEnd = index === was.length ? theirs.length : inNewer.get(index);
    if (ownEnd === undefined || theirsEnd === undefined) continue;
    const between = mergeChunk(was.slice(wasAt, index), own.slice(ownAt, ownEnd), theirs.slice(theirsAt, theirsEnd));
    if (between === undefined) return undefined;
    merged.push(...between, ...was.slice(index, index + 1));
    [wasAt, ownAt, theirsAt] = [index + 1, ownEnd + 1, theirsEnd + 1];
  }
  return merged.join('\n');
}

function mergeChunk(was: readonly string[], own: readonly string[], theirs: readonly string[]) {
  const [before, mine, newer] = [was, own, theirs].map((lines) => JSON.stringify(lines));
  if (mine === newer || before === newer) return own;
  return before === mine ? theirs : undefined;
}

/** Finds the longest common subsequence of lines, and maps each of its lines in `a` to its place in `b`. */
function matches(a: readonly string[], b: readonly string[]): Map<number, number> {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    if (row === undefined) continue;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      found.set(i, j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
