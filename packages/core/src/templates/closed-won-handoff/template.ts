import type { Template } from '../template.ts';
import { closedWonFlow } from './flow/closed-won-flow.ts';
import { customerChangesFlow } from './flow/customer-changes-flow.ts';
import { billingScheduleToNetsuite } from './mappings/billing-schedule-to-netsuite.ts';
import { contractToBillingSchedule } from './mappings/contract-to-billing-schedule.ts';
import { contractToNetsuiteSalesOrder } from './mappings/contract-to-netsuite-sales-order.ts';
import { contractToProject } from './mappings/contract-to-project.ts';
import { customerToKantataClient } from './mappings/customer-to-kantata-client.ts';
import { customerToNetsuiteCustomer } from './mappings/customer-to-netsuite-customer.ts';
import { projectRoleToKantataResource } from './mappings/project-role-to-kantata-resource.ts';
import { projectToKantataWorkspace } from './mappings/project-to-kantata-workspace.ts';
import { projectWorkToKantataStory } from './mappings/project-work-to-kantata-story.ts';
import { salesforceAccountToCustomer } from './mappings/salesforce-account-to-customer.ts';
import { salesforceOpportunityToContract } from './mappings/salesforce-opportunity-to-contract.ts';
import { valueMaps } from './value-maps.ts';

export const closedWonHandoff: Template = {
  key: 'closed-won-handoff',
  title: 'Closed-won handoff',
  description:
    'A deal won in Salesforce becomes a customer and a contract with its billing schedule in NetSuite, and a project with work breakdown, roles and rates in Kantata.',
  requires: [
    { connection: 'salesforce', system: 'salesforce' },
    { connection: 'netsuite', system: 'netsuite' },
    { connection: 'kantata', system: 'kantata' },
  ],
  definitions: [
    ...valueMaps,
    salesforceAccountToCustomer,
    salesforceOpportunityToContract,
    contractToProject,
    contractToBillingSchedule,
    customerToNetsuiteCustomer,
    billingScheduleToNetsuite,
    contractToNetsuiteSalesOrder,
    customerToKantataClient,
    projectToKantataWorkspace,
    projectWorkToKantataStory,
    projectRoleToKantataResource,
    closedWonFlow,
    customerChangesFlow,
  ],
};
