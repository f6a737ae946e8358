import type { FlowInput } from '../../../flow/definition.ts';
import type { TemplateFlow } from '../../template.ts';
import { checkStep } from './check-step.ts';
import { contractSteps } from './contract-steps.ts';
import { customerStep, orderingSteps } from './customer-steps.ts';
import { groupSteps } from './group-steps.ts';
import { projectSteps } from './project-steps.ts';
import { mapSteps, planSteps, readSteps } from './read-steps.ts';

/**
 * Whether the existing order matches what the deal says now: seller, money, terms, dates, and every line by its key. A
 * purchase order number that was added later does not count, because it does not change the agreement.
 */
const orderIsAsSold = `(
  $order := $steps.readOrder;
  $contract := $steps.mapContract;
  $ordered := $sort([$order.item.items.(custcol_tl_line_ref & " " & $decimal(quantity) & " " & $decimal(amount))]);
  $sold := $sort([$contract.lines.(id & " " & quantity & " " & $decimal(amount.amount))]);
  $ordered = $sold
    and $order.subsidiary.id = $valueMap("netsuite-subsidiary", $contract.legalEntity)
    and $order.currency.id = $valueMap("netsuite-currency", $contract.currency)
    and $order.terms.id = $valueMap("netsuite-terms", $contract.paymentTerms.code)
    and $order.startDate = $contract.startDate
    and $order.endDate = $contract.endDate
    and $order.custbody_tl_contract_type = $contract.contractType
    and $order.custbody_tl_billing_model = $contract.billingModel
    and $order.custbody_tl_tax_jurisdiction = $contract.taxJurisdiction
)`;

/** True for a won deal that was not written by one of our integrations. */
const isWonByOthers = `StageName = "Closed Won" and $not($substring($string(Throughline_Origin__c), 0, 11) = "throughline")`;

const body: FlowInput['body'] = [
  ...readSteps,
  ...mapSteps,
  checkStep,
  ...planSteps,
  ...groupSteps('$steps.mapContract.legalEntity'),
  customerStep,
  {
    id: 'readOrder',
    name: 'Is there a contract already?',
    kind: 'read',
    config: {
      connection: 'netsuite',
      object: 'salesOrder',
      find: { by: 'external-id', value: '"SF-" & $steps.mapContract.id' },
      onMissing: 'null',
    },
  },
  {
    id: 'isActive',
    name: 'Active already?',
    kind: 'branch',
    config: {
      cases: [
        { slot: 'asSold', title: 'Active, unchanged', when: `$exists($steps.readOrder.id) and ${orderIsAsSold}` },
        { slot: 'edited', title: 'Active, deal edited', when: '$exists($steps.readOrder.id)' },
      ],
    },
    bodies: {
      asSold: [],
      edited: [
        {
          id: 'raiseChangeOrder',
          name: 'Needs a change order',
          kind: 'raise',
          config: {
            code: 'CHANGE_ORDER_REQUIRED',
            message:
              '"The deal " & $steps.mapContract.name & " was edited after its contract became active. Nothing was overwritten: raise a change order, or set the deal back."',
          },
        },
      ],
      otherwise: [...orderingSteps, ...projectSteps, ...contractSteps],
    },
  },
];

export const closedWonFlow: TemplateFlow = {
  kind: 'flow',
  key: 'closed-won-handoff',
  name: 'Closed-won handoff',
  description: 'A won deal becomes customer, project and contract in every system that needs them.',
  document: {
    format: 1,
    description:
      'When a deal is won in Salesforce: check it, create or update the customer in NetSuite, the project with its work breakdown and rates in Kantata, and the contract with its billing schedule in NetSuite.',
    trigger: {
      kind: 'webhook',
      name: 'A deal is won in Salesforce',
      connection: 'salesforce',
      object: 'Opportunity',
      when: isWonByOthers,
    },
    settings: {
      orderingKey: '$trigger.Id',
      businessKey: '$trigger.Id',
      // Somebody who starts the flow by hand may give only the id. The name then comes with the deal.
      businessLabel: '$steps.readOpportunity.Name ? $steps.readOpportunity.Name : $trigger.Name',
      timeout: 'PT1H',
    },
    body,
  },
};
