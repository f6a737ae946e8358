interface Item {
  readonly definitionId: string;
  readonly kind: string;
  readonly key: string;
}

interface Behaviour {
  readonly definitionId: string;
  /** Keys of the value maps of the change that the mapping uses. */
  readonly valueMaps: readonly string[];
}

/**
 * The behaviours that an item of a change shows: a mapping its own, and a value map those of the mappings around the
 * change that look values up in it. Mappings inside the change show themselves, so a value map only counts them.
 */
export const behavioursOfItem = <Given extends Behaviour>(
  item: Item,
  items: readonly Item[],
  all: readonly Given[],
): { readonly shown: readonly Given[]; readonly insideChange: number } => {
  if (item.kind === 'mapping') {
    return { shown: all.filter(({ definitionId }) => definitionId === item.definitionId), insideChange: 0 };
  }
  const inChange = new Set(items.map(({ definitionId }) => definitionId));
  const using = all.filter(({ valueMaps }) => valueMaps.includes(item.key));
  const shown = using.filter(({ definitionId }) => !inChange.has(definitionId));
  return { shown, insideChange: using.length - shown.length };
};
