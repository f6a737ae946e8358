import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field } from '../../kit/field.ts';
import { platform, platformWrite, reference, systemFields } from '../fields.ts';

export const job: ObjectManifest = {
  name: 'job',
  title: 'Project (job)',
  description: 'The project as finance sees it: time and cost are posted to it and invoices refer to it.',
  entity: 'project',
  schema: {
    type: 'object',
    title: 'Project',
    properties: {
      ...systemFields,
      entityId: field.text('Project id', 'Number NetSuite shows for the project; set by auto-numbering.'),
      companyName: field.text('Project name', 'Name of the project.', { maxLength: 83 }),
      parent: reference('Customer', 'Customer the project is for; it has to exist first.'),
      subsidiary: reference('Subsidiary', 'Company of the group that runs the project.'),
      currency: reference('Currency', 'Currency of the project.'),
      jobBillingType: reference(
        'Billing type',
        'Charge based, fixed bid by interval or milestone, or time and materials.',
      ),
      billingSchedule: reference('Billing schedule', 'When the project is invoiced.'),
      entityStatus: reference(
        'Status',
        'Where the project stands: closed, in progress, awarded, pending or not awarded.',
      ),
      projectManager: reference('Project manager', 'Employee who leads the project.'),
      startDate: field.date('Start date', 'First day of work.'),
      projectedEndDate: field.date('Estimated end date', 'Planned last day of work.'),
      endDate: field.date('Actual end date', 'Day the project was completed.'),
      jobPrice: field.number('Project price', 'Agreed price in the project’s currency, for fixed-bid projects.'),
      allowTime: field.flag('Allow time entry', 'True while time may be posted.'),
      allowExpenses: field.flag('Allow expenses', 'True while expenses may be posted.'),
      comments: field.text('Comments', 'Free text about the project.'),
      isInactive: field.flag('Inactive', 'True when nothing may be posted any more.'),
      custentity_tl_origin: field.text('Throughline origin', 'Marks a record that an integration wrote.', {
        maxLength: 300,
      }),
    },
  },
  nameField: 'companyName',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['companyName', 'entityId', 'parent'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['companyName', 'parent', 'subsidiary'] },
};
