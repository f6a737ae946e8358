import type { FlowInput } from '../../../flow/definition.ts';

type Step = FlowInput['body'][number];

const contract = '$steps.mapContract';

/** What the operator may correct: the values as read, null where they are missing. See README, "Fixing a deal". */
const payload = `(
  $deal := $merge([$steps.readOpportunity, $compact($trigger.corrections)]);
  {
    "Id": $deal.Id,
    "Name": $deal.Name,
    "StageName": $deal.StageName,
    "corrections": {
      "Legal_Entity__c": $deal.Legal_Entity__c ? $deal.Legal_Entity__c : null,
      "Tax_Jurisdiction__c": $deal.Tax_Jurisdiction__c ? $deal.Tax_Jurisdiction__c : null,
      "Contract_Type__c": $deal.Contract_Type__c ? $deal.Contract_Type__c : null,
      "Billing_Model__c": $deal.Billing_Model__c ? $deal.Billing_Model__c : null,
      "Billing_Terms__c": $deal.Billing_Terms__c ? $deal.Billing_Terms__c : null,
      "Delivery_Region__c": $deal.Delivery_Region__c ? $deal.Delivery_Region__c : null,
      "Project_Start__c": $deal.Project_Start__c ? $deal.Project_Start__c : null,
      "Project_End__c": $deal.Project_End__c ? $deal.Project_End__c : null,
      "PO_Number__c": $deal.PO_Number__c ? $deal.PO_Number__c : null
    }
  }
)`;

/** Everything is looked at before anything is written, and all that is wrong is said at once. */
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
        assert: `$count(${contract}.lines) = 0 or $decimalCompare(${contract}.totalAmount.amount, 0) > 0`,
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
        message: 'Contract type missing: say whether the work is time and materials, fixed fee, retainer or milestone.',
        assert: `$exists(${contract}.contractType)`,
      },
      {
        code: 'BILLING_MODEL_MISSING',
        message: 'Billing model missing: say when invoices are raised.',
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
        code: 'MILESTONES_WITHOUT_MILESTONE',
        message:
          'The deal is billed on milestones but none of its lines is one. Change the billing model or the lines.',
        assert: `${contract}.billingModel = "on-milestone" and $count(${contract}.lines[kind = "milestone"]) = 0 ? false : true`,
      },
    ],
  },
};
