import { SYSTEM_FIELDS, date, dateTime, enumeration, flag, number, reference, text } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';

/** A project. The record browser gives the ids of status and billing type; the names are the user interface's. */
export const job: RecordType = {
  name: 'job',
  label: 'Project',
  idSequence: 'entity',
  nameField: 'entityId',
  isWritable: true,
  fields: {
    ...SYSTEM_FIELDS,
    allowExpenses: flag('Allow Expenses'),
    allowTime: flag('Allow Time Entry'),
    billingSchedule: reference('Billing Schedule', 'billingSchedule'),
    comments: text('Comments'),
    companyName: text('Project Name', { isRequired: true }),
    currency: reference('Currency', 'currency'),
    dateCreated: dateTime('Date Created', { isReadOnly: true }),
    endDate: date('Actual End Date'),
    entityId: text('Entity ID'),
    entityStatus: enumeration('Status', {
      1: 'Closed',
      2: 'In Progress',
      3: 'Not Awarded',
      4: 'Pending',
      5: 'Awarded',
    }),
    isInactive: flag('Inactive'),
    jobBillingType: enumeration('Billing Type', {
      1: 'Charge-Based',
      2: 'Fixed Bid, Interval',
      3: 'Fixed Bid, Milestone',
      4: 'Time and Materials',
      5: 'None',
    }),
    jobPrice: number('Project Price'),
    parent: reference('Customer', 'customer', { isRequired: true }),
    projectManager: reference('Project Manager', 'employee'),
    projectedEndDate: date('Estimated End Date'),
    startDate: date('Start Date'),
    subsidiary: reference('Subsidiary', 'subsidiary'),
    custentity_tl_origin: text('Throughline Origin'),
  },
};
