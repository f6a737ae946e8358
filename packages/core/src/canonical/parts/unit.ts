/**
 * What a figure counts, where mixing it up is easy. The mapping check compares the units of source and target. `minor`
 * means cents and the like, and `major` whole units of a currency. For shares, `percent` is 12.5 where `fraction` is
 * 0.125.
 */
export type Unit = 'hour' | 'minute' | 'day' | 'minor' | 'major' | 'percent' | 'fraction';
