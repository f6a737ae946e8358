import { add } from './add.ts';
import { businessDayAdd } from './business-day-add.ts';
import { businessDayDifference } from './business-day-difference.ts';
import { compact } from './compact.ts';
import { compare } from './compare.ts';
import { convert } from './convert.ts';
import { countingTexts } from './counting-texts.ts';
import { date } from './date.ts';
import { dateAdd } from './date-add.ts';
import { dateDifference } from './date-difference.ts';
import { dateEnd } from './date-end.ts';
import { dateFormat } from './date-format.ts';
import { dateParse } from './date-parse.ts';
import { dateStart } from './date-start.ts';
import { decimal } from './decimal.ts';
import { divide } from './divide.ts';
import { e164 } from './e164.ts';
import { fromMinorUnits } from './from-minor-units.ts';
import { hash } from './hash.ts';
import { hoursToMinutes } from './hours-to-minutes.ts';
import { inTimeZone } from './in-time-zone.ts';
import { instant } from './instant.ts';
import { isBusinessDay } from './is-business-day.ts';
import { minorUnits } from './minor-units.ts';
import { minutesToHours } from './minutes-to-hours.ts';
import { money } from './money.ts';
import { multiply } from './multiply.ts';
import { required } from './required.ts';
import { roundDecimal } from './round-decimal.ts';
import { roundMoney } from './round-money.ts';
import { slug } from './slug.ts';
import { splitName } from './split-name.ts';
import { subtract } from './subtract.ts';
import { valueMap } from './value-map.ts';
import type { MappingFunction } from './function-definition.ts';

const definitions: readonly MappingFunction[] = [
  add,
  businessDayAdd,
  businessDayDifference,
  compact,
  compare,
  convert,
  date,
  dateAdd,
  dateDifference,
  dateEnd,
  dateFormat,
  dateParse,
  dateStart,
  decimal,
  divide,
  e164,
  fromMinorUnits,
  hash,
  hoursToMinutes,
  inTimeZone,
  instant,
  isBusinessDay,
  minorUnits,
  minutesToHours,
  money,
  multiply,
  required,
  roundDecimal,
  roundMoney,
  slug,
  splitName,
  subtract,
  valueMap,
] satisfies readonly MappingFunction[];

export const mappingFunctions: readonly MappingFunction[] = definitions.map(countingTexts);
