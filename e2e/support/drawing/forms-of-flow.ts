import type { FlowDocument } from '@throughline/core/flow';
import { expression } from '@throughline/core/flow/field-value';
import { choice, optional, text, value, type FormField } from './form-field.ts';

/** What the form of a trigger on one record of a system is to say. */
export function formOfTrigger({ trigger }: FlowDocument): readonly FormField[] {
  if (trigger.kind !== 'webhook') throw new Error(`Nobody has described the form of a trigger “${trigger.kind}” yet.`);
  return [
    text('Name', trigger.name),
    choice('Started by', 'A webhook of a system'),
    choice('Connection', 'Salesforce sandbox'),
    choice('Object', trigger.object),
    ...optional(value, 'Only when', trigger.when === undefined ? undefined : expression(trigger.when)),
  ];
}

/** What the settings of the flow are to say. */
export const formOfSettings = ({ description, settings }: FlowDocument): readonly FormField[] => [
  text('Description', description),
  ...optional(text, 'Business key', settings.businessKey),
  ...optional(text, 'Label', settings.businessLabel),
  ...optional(text, 'Idempotency key', settings.idempotencyKey),
  ...optional(text, 'Ordering key', settings.orderingKey),
];
