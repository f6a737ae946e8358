export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The names of the days, from Monday, which is day 1. */
export const dayNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
