/** Code of an effect that nobody has taken back. */
export const effectStandsCode = 'EFFECT_STANDS';
