/** The first free slot name: `case3` when `case1` and `case2` are taken. */
export function freshSlot(taken: readonly { readonly slot: string }[], stem: string): string {
  const names = new Set(taken.map(({ slot }) => slot));
  let number = 1;
  while (names.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
