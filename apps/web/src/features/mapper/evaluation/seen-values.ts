import type { ValueMapTables } from '@throughline/core/mapping';
import { seenKeys, type Sample, type SeenKey } from '@throughline/core/mapping/analysis';
import type { TextRange } from '@throughline/core/mapping/syntax';
import { maskPersonalData } from '@throughline/core/masking';

export interface SeenRequest {
  readonly text: string;
  /** JSON of a list of samples: `input` and `bindings`. */
  readonly samples: string;
  readonly valueMaps: string;
  /** Key of the value map. */
  readonly map: string;
  /** Only lookups in this part of the text. */
  readonly within?: TextRange | undefined;
}

/** A value that a mapping looks up in a value map. */
export interface SeenValue extends SeenKey {
  /** It is personal data, which is shown only if the value map has it already. */
  readonly isPersonal: boolean;
}

/**
 * The values that a mapping looks up in a value map, the most frequent ones first. A value is personal if it changes when
 * the personal data in the samples is masked.
 */
export function seenValues({ text, samples, valueMaps, map, within }: SeenRequest): readonly SeenValue[] {
  const all = JSON.parse(samples) as Sample[];
  const options = { map, within, valueMaps: JSON.parse(valueMaps) as ValueMapTables };
  const masked = all.map((sample) => maskPersonalData(sample).value as Sample);
  const open = new Set(seenKeys(text, masked, options).map(({ key }) => key));
  return seenKeys(text, all, options).map((seen) => ({ ...seen, isPersonal: !open.has(seen.key) }));
}
