/** How many records to request: what the caller wants, within what the vendor allows, and never less than one. */
export function pageSize(wanted: number | undefined, usual: number, largest: number = usual): number {
  if (wanted === undefined || !Number.isFinite(wanted)) return Math.min(usual, largest);
  return Math.min(Math.max(1, Math.trunc(wanted)), largest);
}
