import type { FlowInput } from '../../../flow/definition.ts';

type Step = FlowInput['body'][number];

const contract = '$steps.mapContract';

/**
 * What the operator may correct. Only missing values appear under `corrections`, because a value that was merely copied
 * there would win over a later edit in Salesforce. See README, "Fixing a deal".
 */
const payload = `(
  $deal := $merge([$steps.readOpportunity, $compact($trigger.corrections)]);
  $fields := [
    "Legal_Entity__c", "Tax_Jurisdiction__c", "Contract_Type__c", "Billing_Model__c", "Billing_Terms__c",
    "Delivery_Region__c", "Project_Start__c", "Project_End__c", "Practice__c", "PO_Number__c"
  ];
  $isKnown := function($field) { $boolean($lookup($deal, $field)) ? true : false };
  {
    "Id": $deal.Id,
    "Name": $deal.Name,
    "StageName": $deal.StageName,
    "corrections": $merge([
      $fields[$not($isKnown($))].{ $: null },
      $compact($trigger.corrections)
    ]),
    "asRead": $merge([$fields[$isKnown($)].{ $: $lookup($deal, $) }])
  }
)`;

/** Holds when every value has an entry. Missing values are covered by another rule. */
const isMapped = (valueMap: string, values: string): string =>
  `$count([${values}][$valueMap("${valueMap}", $, "not mapped") = "not mapped"]) = 0`;

/** Everything is checked before anything is written, and all problems are reported together. */
export const checkStep: Step = {
  id: 'checkDeal',
  name: 'Is the deal complete?',
  kind: 'check',
  config: {
    payload,
    rules: [
      {
        code: 'NOT_CLOSED_WON',
        message: 'The deal is no longer at stage Closed Won in Salesforce. Close it there, then replay.',
        assert: '$steps.readOpportunity.StageName = "Closed Won"',
      },
      {
        code: 'DESCRIPTION_ONLY',
        message: 'The deal has no lines, only a description. Add what was sold as lines in Salesforce, then replay.',
        assert: `$count(${contract}.lines) > 0`,
      },
      {
        code: 'ZERO_VALUE',
        message: 'The deal is worth nothing: its lines add up to zero or less. Correct the lines in Salesforce.',
        assert: `$count(${contract}.lines) = 0 or $compare(${contract}.totalAmount.amount, 0) > 0`,
      },
      {
        code: 'LEGAL_ENTITY_MISSING',
        message: 'Legal entity missing: say which of our companies signs the contract.',
        assert: `$exists(${contract}.legalEntity)`,
      },
      {
        code: 'TAX_JURISDICTION_MISSING',
        message: 'Tax jurisdiction missing: say which country, or which state, taxes the work.',
        assert: `$exists(${contract}.taxJurisdiction)`,
      },
      {
        code: 'CONTRACT_TYPE_MISSING',
        message:
          'Contract type missing or unknown: say whether the work is time and materials, fixed fee, retainer or milestone.',
        assert: `$exists(${contract}.contractType)`,
      },
      {
        code: 'BILLING_MODEL_MISSING',
        message: 'Billing model missing or unknown: say when invoices are raised.',
        assert: `$exists(${contract}.billingModel)`,
      },
      {
        code: 'BILLING_TERMS_MISSING',
        message: 'Billing terms missing: say how many days the customer has to pay.',
        assert: `$exists(${contract}.paymentTerms.code)`,
      },
      {
        code: 'DELIVERY_REGION_MISSING',
        message: 'Delivery region missing: say whose people do the work.',
        assert: `$exists(${contract}.deliveryRegion)`,
      },
      {
        code: 'PROJECT_DATES_MISSING',
        message: 'Project dates missing: give the first and the last day of work.',
        assert: `$exists(${contract}.startDate) and $exists(${contract}.endDate)`,
      },
      {
        code: 'PROJECT_DATES_REVERSED',
        message: 'The project ends before it starts. Correct one of the two dates.',
        assert: `${contract}.endDate < ${contract}.startDate ? false : true`,
      },
      {
        code: 'CURRENCY_MISMATCH',
        message: 'A line is in another currency than the deal. Correct the lines in Salesforce.',
        assert: `$count(${contract}.lines.unitPrice[currency != ${contract}.currency]) = 0`,
      },
      {
        code: 'LEGAL_ENTITY_UNKNOWN',
        message:
          'The legal entity has no subsidiary in the value map "NetSuite subsidiary". Add it, or correct the deal.',
        assert: isMapped('netsuite-subsidiary', `$append(${contract}.legalEntity, $steps.mapCustomer.legalEntity)`),
      },
      {
        code: 'CURRENCY_UNKNOWN',
        message: 'The currency is not in the value map "NetSuite currency". Add it there, or correct the deal.',
        assert: isMapped('netsuite-currency', `$append(${contract}.currency, $steps.mapCustomer.currency)`),
      },
      {
        code: 'BILLING_TERMS_UNKNOWN',
        message:
          'The billing terms are not in the value maps "Payment days" and "NetSuite terms". Add them there, or correct the deal.',
        assert: `${isMapped('netsuite-terms', `${contract}.paymentTerms.code`)}
  and ($exists(${contract}.paymentTerms.netDays) or $not($exists(${contract}.paymentTerms.code)))`,
      },
      {
        code: 'DELIVERY_REGION_UNKNOWN',
        message: 'The delivery region is not in the value map "NetSuite location". Add it there, or correct the deal.',
        assert: isMapped('netsuite-region', `${contract}.deliveryRegion`),
      },
      {
        code: 'PRACTICE_UNKNOWN',
        message: 'The practice is not in the value map "NetSuite class". Add it there, or correct the deal.',
        assert: isMapped('netsuite-practice', `${contract}.practice`),
      },
      {
        code: 'ROLE_UNKNOWN',
        message: 'A role that was sold is not in the value map "Kantata role". Add it there, or correct the line.',
        assert: isMapped('kantata-role', `${contract}.lines.roleCode`),
      },
      {
        code: 'MILESTONES_WITHOUT_MILESTONE',
        message:
          'The deal is billed on milestones but none of its lines is one. Change the billing model or the lines.',
        assert: `${contract}.billingModel = "on-milestone" and $count(${contract}.lines[kind = "milestone"]) = 0 ? false : true`,
      },
    ],
  },
};
