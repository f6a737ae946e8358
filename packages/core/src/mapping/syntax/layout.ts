/**
 * A text whose line breaks are not decided yet (after Wadler, "A prettier printer", 1998). A group is put on one line
 * if it fits. Otherwise all of its own breaks become line breaks, but not those of the groups inside.
 */
export type Layout = string | readonly Layout[] | Line | Group | Indent;

/** A possible line break. On one line it is a space or nothing. `breaks`: always at least this many line feeds. */
interface Line {
  readonly kind: 'line';
  readonly flat: string;
  readonly breaks: number;
}
interface Group {
  readonly kind: 'group';
  readonly content: Layout;
  readonly isBroken: boolean;
}
interface Indent {
  readonly kind: 'indent';
  readonly content: Layout;
  readonly isBroken: boolean;
}

/** A space, or a line feed. */
export const line: Layout = { kind: 'line', flat: ' ', breaks: 0 };
/** Nothing, or a line feed. */
export const softLine: Layout = { kind: 'line', flat: '', breaks: 0 };
export const lineFeed: Layout = { kind: 'line', flat: '', breaks: 1 };
export const blankLine: Layout = { kind: 'line', flat: '', breaks: 2 };
/** A space that is never doubled, and disappears at the start and end of a line. */
export const space: Layout = { kind: 'group', content: line, isBroken: false };

export function group(content: Layout, isBroken = false): Layout {
  return { kind: 'group', content, isBroken: isBroken || isForced(content) };
}

export function indent(content: Layout): Layout {
  return { kind: 'indent', content, isBroken: isForced(content) };
}

function isForced(layout: Layout): boolean {
  if (typeof layout === 'string') return false;
  if (isList(layout)) return layout.some(isForced);
  return layout.kind === 'line' ? layout.breaks > 0 : layout.isBroken;
}

export function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}
