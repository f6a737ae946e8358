/**
 * What a figure counts, where mixing it up is easy: the mapping check compares the units of source and target. `minor`
 * are cents and the like, `major` whole units of a currency; of shares, `percent` is 12.5 where `fraction` is 0.125.
 */
export type Unit = 'hour' | 'minute' | 'day' | 'minor' | 'major' | 'percent' | 'fraction';
