/**
 * What a figure counts, where it is easy to mix up. The mapping check compares the units of source and target. `minor`
 * means the smallest unit of a currency (such as cents), and `major` its whole unit. For shares, `percent` is 12.5
 * where `fraction` is 0.125.
 */
export type Unit = 'hour' | 'minute' | 'day' | 'minor' | 'major' | 'percent' | 'fraction';
