import { z } from 'zod';
import type { Unit } from './unit.ts';

/**
 * Builders for canonical fields. Every field carries a title and a plain sentence: the designer shows both, and a
 * test refuses an entity that lacks one. Titles and sentences are for business people, not for programmers.
 */
const decimalPattern = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const datePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const idField = (title: string, description: string) => z.string().min(1).max(255).meta({ title, description });

const textField = (title: string, description: string, maxLength = 255) =>
  z.string().min(1).max(maxLength).meta({ title, description });

const choiceField = <const Values extends readonly [string, ...string[]]>(
  title: string,
  description: string,
  values: Values,
) => z.enum(values).meta({ title, description });

const flagField = (title: string, description: string) => z.boolean().meta({ title, description });

const countField = (title: string, description: string) => z.int().min(0).meta({ title, description });

const decimalField = (title: string, description: string, unit?: Unit) =>
  z
    .string()
    .regex(decimalPattern, 'Use a decimal such as 12.5, without thousands separators')
    .meta({
      title,
      description,
      examples: ['12.5'],
      ...(unit !== undefined && { 'x-unit': unit }),
    });

const dateField = (title: string, description: string) =>
  z
    .string()
    .regex(datePattern, 'Use a date such as 2026-11-23')
    .meta({
      title,
      description,
      format: 'date',
      examples: ['2026-11-23'],
    });

const instantField = (title: string, description: string) =>
  z.iso.datetime({ offset: true }).meta({ title, description, examples: ['2026-11-23T14:30:00+00:00'] });

const currencyField = (title: string, description: string) =>
  z
    .string()
    .regex(/^[A-Z]{3}$/, 'Use an ISO 4217 code such as GBP')
    .meta({ title, description, examples: ['GBP'] });

const countryField = (title: string, description: string) =>
  z
    .string()
    .regex(/^[A-Z]{2}$/, 'Use an ISO 3166 code such as GB')
    .meta({ title, description, examples: ['GB'] });

const emailField = (title: string, description: string) => z.email().max(254).meta({ title, description });

const listField = <Item extends z.ZodType>(title: string, description: string, item: Item, minItems = 0) =>
  z.array(item).min(minItems).meta({ title, description });

const objectField = <Shape extends z.ZodRawShape>(title: string, description: string, shape: Shape) =>
  z.strictObject(shape).meta({ title, description });

export const field = {
  id: idField,
  text: textField,
  choice: choiceField,
  flag: flagField,
  count: countField,
  /** Decimal string: quantities, hours, rates, percentages; with what it counts. */
  decimal: decimalField,
  /** Calendar day, `2026-11-23`. */
  date: dateField,
  /** Instant with offset, ISO 8601. */
  instant: instantField,
  currency: currencyField,
  country: countryField,
  email: emailField,
  list: listField,
  object: objectField,
} as const;
