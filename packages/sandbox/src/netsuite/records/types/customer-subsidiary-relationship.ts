import { SYSTEM_FIELDS, flag, reference, text } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';

/** A further subsidiary that a customer may trade with, besides its primary one. */
export const customerSubsidiaryRelationship: RecordType = {
  name: 'customerSubsidiaryRelationship',
  label: 'Customer-Subsidiary Relationship',
  idSequence: 'list',
  nameField: 'name',
  isWritable: true,
  fields: {
    ...SYSTEM_FIELDS,
    entity: reference('Customer', 'customer', { isRequired: true }),
    isInactive: flag('Inactive'),
    isPrimarySub: flag('Primary', { isReadOnly: true }),
    name: text('Name', { isReadOnly: true }),
    subsidiary: reference('Subsidiary', 'subsidiary', { isRequired: true }),
  },
};
