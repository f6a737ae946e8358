/** Space between what is shown and the edge of the canvas, in pixels. */
export const viewMargin = 24;

/** How far to move so that `from` to `to` is within the visible area; 0 if it already is. */
export const shift = (from: number, to: number, room: number): number => {
  if (from < viewMargin) return viewMargin - from;
  return to > room - viewMargin ? Math.max(room - viewMargin - to, viewMargin - from) : 0;
};
