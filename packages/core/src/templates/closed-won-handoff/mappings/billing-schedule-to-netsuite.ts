import type { TemplateMapping } from '../../template.ts';
import { netsuiteScheduleSamples } from '../samples/netsuite-schedule-samples.ts';

export const billingScheduleToNetsuite: TemplateMapping = {
  kind: 'mapping',
  key: 'billing-schedule-to-netsuite',
  name: 'Billing schedule to NetSuite',
  description: 'Our billing schedule as NetSuite keeps it.',
  document: {
    format: 1,
    source: { kind: 'entity', entity: 'billing-schedule', version: '1.0.0' },
    target: { kind: 'object', system: 'netsuite', object: 'billingSchedule' },
    text: `/* NetSuite states the amounts of a billing schedule as percentages of the order. The end of the id makes the name unique. */
(
  $terms := { "id": $valueMap("netsuite-terms", paymentTerms.code) };
  $isListed := frequency = "custom" or (frequency = "monthly" and $count(instalments) > 0);
  $compact({
    "name": $substring(name, 0, 50) & " " & $substring(id, -9),
    "scheduleType": { "id": frequency = "on-event" ? "FBM" : frequency = "monthly" and $not($isListed) ? "TM" : "STD" },
    "frequency": { "id": frequency = "once" ? "ONETIME" : $isListed ? "CUSTOM" : frequency = "monthly" ? "MONTHLY" },
    "repeatEvery": frequency = "monthly" and $not($isListed) ? { "id": "1" },
    "inArrears": isInArrears,
    "seriesStartDate": startDate,
    "initialTerms": frequency = "once" ? $terms,
    "recurrenceTerms": frequency = "once" ? {} : $terms,
    "isPublic": false,
    "recurrence": $isListed ? { "items": [instalments.{
      "recurrenceDate": dueDate,
      "amount": $number(percent),
      "paymentTerms": $terms,
      "relativeToPrevious": false
    }] },
    "milestone": frequency = "on-event" ? { "items": [instalments.{
      "milestoneAmount": $number(percent),
      "milestoneDate": dueDate,
      "milestoneCompleted": false,
      "milestoneTerms": $terms,
      "comments": $substring(description, 0, 255)
    }] }
  })
)`,
    tests: netsuiteScheduleSamples,
  },
};
