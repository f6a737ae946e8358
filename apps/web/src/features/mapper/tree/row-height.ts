/** Height of a row in both field trees, in pixels. The lines between them depend on it. */
export const rowHeight = 24;
