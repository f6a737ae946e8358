import { SYSTEM_FIELDS, date, flag, reference, text } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';

export const employee: RecordType = {
  name: 'employee',
  label: 'Employee',
  idSequence: 'entity',
  nameField: 'entityId',
  isWritable: true,
  fields: {
    ...SYSTEM_FIELDS,
    department: reference('Department', 'department'),
    email: text('Email'),
    entityId: text('Entity ID'),
    firstName: text('First Name', { isRequired: true }),
    hireDate: date('Hire Date'),
    isInactive: flag('Inactive'),
    isJobResource: flag('Project Resource'),
    lastName: text('Last Name', { isRequired: true }),
    location: reference('Location', 'location'),
    subsidiary: reference('Subsidiary', 'subsidiary', { isRequired: true }),
    title: text('Job Title'),
  },
};
