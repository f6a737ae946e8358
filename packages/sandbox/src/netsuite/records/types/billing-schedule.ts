import { SYSTEM_FIELDS, date, enumeration, flag, integer, number, reference, sublist, text } from '../field-types.ts';
import type { RecordType } from '../field-types.ts';

export const FREQUENCIES = {
  NEVER: 'Never',
  ONETIME: 'One Time',
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  BIWEEKLY: 'Every 2 Weeks',
  QUADWEEKLY: 'Every 4 Weeks',
  SEMIMONTHLY: 'Twice a Month',
  MONTHLY: 'Monthly',
  BIMONTHLY: 'Every 2 Months',
  QUARTERLY: 'Quarterly',
  SEMIANNUALLY: 'Twice a Year',
  ANNUALLY: 'Annually',
  CUSTOM: 'Custom',
};

/** `STD` stands in the code sample of Oracle's help page "Billing Schedule" (REST); the others are its sister codes. */
export const SCHEDULE_TYPES = {
  STD: 'Standard',
  TM: 'Time and Materials',
  FBI: 'Fixed Bid, Interval',
  FBM: 'Fixed Bid, Milestone',
  CB: 'Charge-Based',
};

export const billingSchedule: RecordType = {
  name: 'billingSchedule',
  label: 'Billing Schedule',
  idSequence: 'billingSchedule',
  nameField: 'name',
  isWritable: true,
  fields: {
    ...SYSTEM_FIELDS,
    applyToSubtotal: flag('Apply To Subtotal'),
    billForActuals: flag('Invoice Actual Time Only'),
    frequency: enumeration('Recurrence Frequency', FREQUENCIES),
    inArrears: flag('In Arrears'),
    initialAmount: number('Initial Amount'),
    initialAmountPercent: number('Initial Amount in %'),
    initialTerms: reference('Initial Payment Terms', 'term'),
    isInactive: flag('Inactive'),
    isPublic: flag('Public'),
    job: reference('Project', 'job'),
    milestone: sublist('Milestones', 'milestoneId', {
      milestoneId: integer('Milestone ID', { isReadOnly: true }),
      comments: text('Comment'),
      milestoneActualCompletionDate: date('Actual Completion Date'),
      milestoneAmount: number('Amount'),
      milestoneCompleted: flag('Completed'),
      milestoneDate: date('Estimated Completion Date'),
      milestoneTerms: reference('Payment Terms', 'term'),
    }),
    monthDom: integer('Day of Month'),
    name: text('Name', { isRequired: true }),
    numberRemaining: integer('Recurrence Count'),
    recurrence: sublist('Recurrences', 'recurrenceId', {
      recurrenceId: integer('Recurrence ID', { isReadOnly: true }),
      amount: number('Amount'),
      count: integer('Count'),
      paymentTerms: reference('Payment Terms', 'term'),
      recurrenceDate: date('Date'),
      relativeToPrevious: flag('Relative to Previous'),
      units: enumeration('Units', { DAY: 'Days', WEEK: 'Weeks', MONTH: 'Months' }),
    }),
    recurrencePattern: enumeration('Recurrence Pattern', {
      FIXED_BILL_DATE: 'Fixed Bill Date',
      ANNIVERSARY_BILL_DATE: 'Anniversary Bill Date',
    }),
    recurrenceTerms: reference('Recurrence Payment Terms', 'term'),
    repeatEvery: enumeration('Repeat Every', { 1: '1', 2: '2', 3: '3', 4: '4', 6: '6' }),
    scheduleType: enumeration('Schedule Type', SCHEDULE_TYPES),
    seriesStartDate: date('Recurrence Date'),
  },
};
