import type { FlowInput } from '../../../flow/definition.ts';

type Steps = FlowInput['body'];

/** The order comes last, because the contract is active as soon as it exists, and later edits need a change order. */
export const contractSteps: Steps = [
  {
    id: 'writeSchedule',
    name: 'Billing schedule in NetSuite',
    kind: 'write',
    config: {
      connection: 'netsuite',
      object: 'billingSchedule',
      operation: 'upsert',
      mapping: 'billing-schedule-to-netsuite',
      input: '$steps.mapSchedule',
      identity: {
        externalId: '"SF-" & $steps.mapSchedule.id',
        entity: 'billing-schedule',
        canonicalId: '$steps.mapSchedule.id',
        match: [{ by: 'link' }, { by: 'external-id' }],
      },
      undo: { operation: 'delete' },
    },
  },
  {
    id: 'writeContract',
    name: 'Contract in NetSuite',
    kind: 'write',
    config: {
      connection: 'netsuite',
      object: 'salesOrder',
      operation: 'upsert',
      mapping: 'contract-to-netsuite-sales-order',
      input: `{
  "contract": $steps.mapContract,
  "customerId": $steps.writeCustomer.id,
  "billingScheduleId": $steps.writeSchedule.id
}`,
      identity: {
        externalId: '"SF-" & $steps.mapContract.id',
        entity: 'contract',
        canonicalId: '$steps.mapContract.id',
        match: [{ by: 'link' }, { by: 'external-id' }],
      },
      undo: { operation: 'delete' },
    },
  },
  {
    id: 'publishActivated',
    name: 'Project activated',
    kind: 'publish',
    config: {
      type: 'project.activated',
      subject: '$steps.mapProject.id',
      data: `{
  "project": $steps.mapProject,
  "contract": $steps.mapContract,
  "customer": $steps.mapCustomer,
  "records": {
    "netsuite": {
      "customer": $steps.writeCustomer.id,
      "salesOrder": $steps.writeContract.id,
      "billingSchedule": $steps.writeSchedule.id
    },
    "kantata": { "workspace": $steps.writeProject.id, "client": $steps.writeClient.id }
  }
}`,
    },
  },
  {
    id: 'notifyOwner',
    name: 'Tell the account owner',
    kind: 'notify',
    config: {
      to: '$steps.readOwner.Email ? $steps.readOwner.Email : "operator"',
      subject: '"Project activated: " & $steps.mapProject.name',
      body: `$steps.mapContract.name & " is in delivery: " & $count($steps.mapProject.tasks) & " tasks in "
  & $count($steps.mapProject.phases) & " phases, " & $steps.mapContract.totalAmount.amount & " "
  & $steps.mapContract.currency & ", from " & $steps.mapContract.startDate & " to " & $steps.mapContract.endDate & "."`,
    },
  },
];
