import { expect, it } from 'vitest';
import { templates } from '../templates/registry.ts';
import { flowSchema } from './definition.ts';
import { expressionOf } from './field-value.ts';
import { fieldsBehind } from './fields-behind.ts';
import { findStep } from './walk.ts';

const definitions = templates.flatMap((template) => template.definitions);
const mappings = Object.fromEntries(
  definitions.flatMap((definition) =>
    definition.kind === 'mapping' ? [[definition.key, definition.document] as const] : [],
  ),
);
const handoff = definitions.find(({ key }) => key === 'closed-won-handoff');
const flow = flowSchema.parse(handoff?.document);
const check = findStep(flow.body, 'checkDeal')?.step;
const rules = check?.kind === 'check' ? check.config.rules : [];

it.each([
  ['NOT_CLOSED_WON', ['StageName']],
  ['BILLING_TERMS_MISSING', ['Billing_Terms__c']],
  ['PROJECT_DATES_REVERSED', ['Project_End__c', 'Project_Start__c']],
  ['CONTRACT_TYPE_MISSING', ['Contract_Type__c']],
])('the rule %s looks at %j', (code, fields) => {
  const rule = rules.find((each) => each.code === code);
  expect(rule && fieldsBehind(expressionOf(rule.assert), flow, mappings)).toEqual(fields);
});

it.each([
  ['$trigger.Amount > 0 and $trigger.Owner.Name != ""', ['Amount', 'Owner']],
  ['$steps.gone.x', []],
  ['$steps.mapContract', []],
  ['(', []],
])('%s looks at %j', (text, fields) => {
  expect(fieldsBehind(text, flow, mappings)).toEqual(fields);
});
