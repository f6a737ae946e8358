import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';
import { shownValue } from './shown-value.ts';

/** A longer text contains more than a number, and the library would search it. */
const maxLength = 60;

export const e164 = {
  name: 'e164',
  signature: '<(snl)(sl)?x?:x>',
  parameters: ['phone', 'country?', 'otherwise?'],
  summary:
    'A phone number as +441632960083 (E.164). Numbers without a country code are read as dialled in `country` (ISO 3166, such as GB). An extension is left out; what is no possible number is an error unless a third argument says what to use instead.',
  examples: [
    { expression: '$e164("01632 960083", "GB")', result: '+441632960083' },
    { expression: '$e164("(415) 555-2671 ext. 12", "US")', result: '+14155552671' },
    { expression: '$e164("+49 (0)30 901820")', result: '+4930901820' },
    { expression: '$e164("0043 1 58858", "DE")', result: '+43158858' },
    { expression: '$e164("n/a", "GB", null)', result: null },
    { expression: '$e164(Phone, "GB")', input: { Phone: '' } },
    { expression: '$e164("01632 960083")', error: 'BAD_ARGUMENT' },
    { expression: '$e164("12", "GB")', error: 'BAD_ARGUMENT' },
    { expression: '$e164("01632 960083", "UK")', error: 'BAD_ARGUMENT' },
    { expression: '$e164(true, "GB")', error: 'T0410' },
  ],
  implementation(
    _context,
    phone: string | number | null | undefined,
    country: string | null | undefined,
    otherwise?: unknown,
  ) {
    if (phone === undefined || phone === null || phone === '') return undefined;
    const number = read(String(phone), countryCode(country));
    if (number !== undefined) return number;
    if (otherwise !== undefined) return otherwise;
    throw badArgument(
      `$e164 sees no phone number in ${shownValue(phone)}` +
        (country === undefined || country === null ? ' without a country to read it in.' : ` for ${country}.`),
      phone,
    );
  },
} satisfies MappingFunction;

function countryCode(country: string | null | undefined): CountryCode | undefined {
  if (country === undefined || country === null) return undefined;
  if (isSupportedCountry(country)) return country;
  const hint = country === 'UK' ? ' The United Kingdom is GB.' : '';
  throw badArgument(`$e164 needs a country of two capitals such as GB, but was given ${shownValue(country)}.${hint}`);
}

function read(text: string, defaultCountry: CountryCode | undefined): string | undefined {
  if (text.length > maxLength) return undefined;
  const number = parsePhoneNumberFromString(text, { extract: false, ...(defaultCountry && { defaultCountry }) });
  return number?.isPossible() === true ? number.number : undefined;
}
