import type { Field } from './field.ts';
import { idField, reference, restricted, systemFields } from './field.ts';
import { currencies } from './picklists.ts';

/** One sObject type: its fields by name and its place in the org. */
export interface SObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly fields: readonly Field[];
  /** False: the API can read but neither create nor change records (User here). */
  readonly isWritable: boolean;
}

export interface SObjectTypeOptions {
  readonly label?: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly fields: readonly Field[];
  /** Has an owner. Default false. */
  readonly isOwned?: boolean;
  /** Has its own CurrencyIsoCode, as objects of a multi-currency org do. Default true. */
  readonly hasCurrency?: boolean;
  readonly isWritable?: boolean;
}

/** The default owner and currency are filled in on create. */
export function sobjectType(name: string, options: SObjectTypeOptions): SObjectType {
  const owner =
    options.isOwned === true ? [reference('OwnerId', 'User', { isNillable: false, isDefaultedOnCreate: true })] : [];
  const money = options.hasCurrency === false ? [] : [currencyCode];
  return {
    name,
    label: options.label ?? name,
    labelPlural: options.labelPlural,
    keyPrefix: options.keyPrefix,
    fields: [idField, ...options.fields, ...owner, ...money, ...systemFields],
    isWritable: options.isWritable ?? true,
  };
}

const currencyCode = restricted('CurrencyIsoCode', currencies, {
  label: 'Currency ISO Code',
  isDefaultedOnCreate: true,
  length: 3,
});
