import { compact } from './compact.ts';
import { date } from './date.ts';
import { dateAdd } from './date-add.ts';
import { dateDifference } from './date-difference.ts';
import { dateMonthEnd } from './date-month-end.ts';
import { decimal } from './decimal.ts';
import { decimalAdd } from './decimal-add.ts';
import { decimalCompare } from './decimal-compare.ts';
import { decimalDivide } from './decimal-divide.ts';
import { decimalMultiply } from './decimal-multiply.ts';
import { decimalRound } from './decimal-round.ts';
import { decimalSubtract } from './decimal-subtract.ts';
import { fromMinorUnits } from './from-minor-units.ts';
import { hoursToMinutes } from './hours-to-minutes.ts';
import { instant } from './instant.ts';
import { minorUnits } from './minor-units.ts';
import { minutesToHours } from './minutes-to-hours.ts';
import { money } from './money.ts';
import { required } from './required.ts';
import { slug } from './slug.ts';
import { valueMap } from './value-map.ts';
import type { MappingFunction } from './function-definition.ts';

/** Every function of ours that a mapping can call: the engine, the editor's completion and the tests read this list. */
export const mappingFunctions: readonly MappingFunction[] = [
  compact,
  date,
  dateAdd,
  dateDifference,
  dateMonthEnd,
  decimal,
  decimalAdd,
  decimalCompare,
  decimalDivide,
  decimalMultiply,
  decimalRound,
  decimalSubtract,
  fromMinorUnits,
  hoursToMinutes,
  instant,
  minorUnits,
  minutesToHours,
  money,
  required,
  slug,
  valueMap,
] satisfies readonly MappingFunction[];

/** Functions of JSONata that mappings may not call, and why. */
export const impureFunctions = {
  eval: 'text built from data would run as a mapping that nobody reviewed.',
  random: 'a replay would map the same record differently.',
  shuffle: 'a replay would map the same record differently.',
} as const satisfies Readonly<Record<string, string>>;
