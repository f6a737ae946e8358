import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field } from '../../kit/field.ts';
import { platform, platformWrite, reference, sublist, systemFields } from '../fields.ts';

const { id, externalId } = systemFields;

const option = (title: string, description: string, values: readonly string[]) =>
  field.object(title, description, {
    id: field.text('Code', 'One of NetSuite’s fixed codes.', { examples: values }),
    refName: field.text('Name', 'Display name, filled in by NetSuite.', { readOnly: true }),
  });

export const billingSchedule: ObjectManifest = {
  name: 'billingSchedule',
  title: 'Billing schedule',
  description: 'When a contract is invoiced: at once, at an interval, or as milestones are reached.',
  entity: 'billing-schedule',
  schema: {
    type: 'object',
    title: 'Billing schedule',
    properties: {
      id,
      externalId,
      name: field.text('Name', 'Name of the schedule in lists; unique.', { maxLength: 60 }),
      // Codes of scheduleType and frequency: code samples of Oracle's help page "Billing Schedule" (REST).
      scheduleType: option(
        'Schedule type',
        'Standard, time and materials, fixed bid by interval or by milestone, or charge based.',
        ['STD', 'TM', 'FBI', 'FBM', 'CB'],
      ),
      frequency: option('Frequency', 'How often an invoice falls due; CUSTOM takes the dates of the recurrence list.', [
        'ONETIME',
        'MONTHLY',
        'QUARTERLY',
        'ANNUALLY',
        'CUSTOM',
      ]),
      repeatEvery: option('Repeat every', 'Number of periods between invoices.', ['1', '2', '3', '4', '6']),
      numberRemaining: field.integer('Number of invoices', 'How many invoices the schedule raises.', { minimum: 0 }),
      inArrears: field.flag('In arrears', 'True bills after the period, false before it.'),
      initialAmount: field.number('Initial amount', 'Amount billed at the start, in the order’s currency.'),
      initialTerms: reference('Initial terms', 'Payment terms of the first invoice.'),
      recurrenceTerms: reference('Recurrence terms', 'Payment terms of the following invoices.'),
      seriesStartDate: field.date('Starts on', 'Day the first recurring invoice falls due.'),
      isPublic: field.flag('Public', 'True when other orders may use the schedule too.'),
      isInactive: field.flag('Inactive', 'True when it can no longer be chosen.'),
      recurrence: sublist('Custom recurrence', 'Explicit invoice dates, for frequency CUSTOM.', {
        count: field.integer('Count', 'Periods after the one before.'),
        units: option('Units', 'Length of a period.', ['DAY', 'WEEK', 'MONTH']),
        recurrenceDate: field.date('Date', 'Day the invoice falls due.'),
        amount: field.number('Amount', 'Share of the order in percent, or an amount, as the schedule type says.'),
        paymentTerms: reference('Payment terms', 'Terms of this invoice.'),
        relativeToPrevious: field.flag(
          'Relative to previous',
          'True counts from the invoice before, false from the start.',
        ),
      }),
      milestone: sublist('Milestones', 'What is invoiced as milestones are reached.', {
        milestoneId: field.number('Milestone number', 'Number of the milestone within the schedule.'),
        milestoneAmount: field.number('Amount', 'Share of the order in percent.', { 'x-unit': 'percent' }),
        milestoneDate: field.date('Estimated date', 'Day the milestone should be reached.'),
        milestoneActualCompletionDate: field.date(
          'Actual date',
          'Day the milestone was reached; billing follows this one.',
        ),
        milestoneCompleted: field.flag('Completed', 'True once it may be invoiced.'),
        milestoneTerms: reference('Terms', 'Payment terms of this invoice.'),
        comments: field.text('Comments', 'What the milestone delivers.', { maxLength: 255 }),
      }),
    },
  },
  nameField: 'name',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['name'],
  read: platform.read,
  write: { ...platformWrite, requiredOnCreate: ['name', 'scheduleType'] },
};
