import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { decimal, identity, owner, platform, platformWrite, recordId, systemFields } from '../fields.ts';

export const deals: ObjectManifest = {
  name: 'deals',
  title: 'Deal',
  description:
    'A deal in a sales pipeline. In a stage that counts as won it is sold, and becomes a contract and a project.',
  entity: 'opportunity',
  schema: {
    type: 'object',
    title: 'Deal',
    properties: {
      ...systemFields('hs_lastmodifieddate'),
      dealname: field.text('Deal name', 'What the deal is called.'),
      amount: decimal('Amount', 'Value of the deal in its currency.', { 'x-unit': 'major' }),
      deal_currency_code: field.text('Currency', 'ISO 4217 code; absent in accounts with one currency.', {
        pattern: '^[A-Z]{3}$',
      }),
      pipeline: field.text('Pipeline', 'Id of the pipeline; the object Pipeline lists them.'),
      dealstage: field.text('Stage', 'Id of the stage within the pipeline.'),
      closedate: field.instant('Close date', 'When the deal is expected to close, or was closed.'),
      dealtype: field.text('Deal type', 'For example newbusiness or existingbusiness.'),
      description: field.text('Description', 'Free text about the deal.'),
      hubspot_owner_id: owner,
      hs_is_closed: field.flag('Closed', 'True in a stage that ends the deal, won or lost.', readOnly),
      hs_is_closed_won: field.flag('Won', 'True in a stage that counts as won.', readOnly),
      hs_deal_stage_probability: decimal('Probability', 'Chance to win from 0 to 1, from the stage.', readOnly),
      hs_primary_associated_company: recordId('Primary company', 'Company that the deal is mainly with.', readOnly),
    },
  },
  nameField: 'dealname',
  identity,
  lookupFields: ['dealname', 'dealstage', 'pipeline'],
  children: {
    line_items: { object: 'line_items', foreignKey: 'dealId' },
    contacts: { object: 'contacts', foreignKey: 'dealId' },
  },
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['dealname', 'dealstage'] },
};
