import type { TemplateMapping } from '../../template.ts';
import { netsuiteOrderSamples } from '../samples/netsuite-order-samples.ts';

export const contractToNetsuiteSalesOrder: TemplateMapping = {
  kind: 'mapping',
  key: 'contract-to-netsuite-sales-order',
  name: 'Contract to NetSuite sales order',
  description: 'Our contract as NetSuite keeps it: a sales order with the rates that were sold.',
  document: {
    format: 1,
    source: {
      kind: 'bundle',
      parts: {
        contract: { kind: 'entity', entity: 'contract', version: '1.0.0' },
        customerId: { kind: 'any' },
        billingScheduleId: { kind: 'any' },
      },
    },
    target: { kind: 'object', system: 'netsuite', object: 'salesOrder' },
    text: `/* The subsidiary comes from the contract and not from the customer. Together with the tax jurisdiction it decides the tax. Each line has its own rate, so that no price level changes it. */
(
  $seller := contract.legalEntity;
  $taxCode := $valueMap("netsuite-tax-code", $seller & " " & contract.taxJurisdiction, $valueMap("netsuite-tax-code", $seller & " *"));
  $compact({
  "entity": { "id": customerId },
  "subsidiary": { "id": $valueMap("netsuite-subsidiary", contract.legalEntity) },
  "currency": { "id": $valueMap("netsuite-currency", contract.currency) },
  "tranDate": contract.signedDate,
  "startDate": contract.startDate,
  "endDate": contract.endDate,
  "terms": { "id": $valueMap("netsuite-terms", contract.paymentTerms.code) },
  "otherRefNum": $substring(contract.purchaseOrderNumber, 0, 45),
  "memo": contract.name,
  "billingSchedule": { "id": billingScheduleId },
  "class": { "id": $valueMap("netsuite-practice", contract.practice) },
  "location": { "id": $valueMap("netsuite-region", contract.deliveryRegion) },
  "custbody_tl_contract_type": contract.contractType,
  "custbody_tl_billing_model": contract.billingModel,
  "custbody_tl_tax_jurisdiction": contract.taxJurisdiction,
  "custbody_tl_delivery_region": contract.deliveryRegion,
  "custbody_tl_origin": "throughline:" & contract.origin.system & ":" & contract.origin.object & ":" & contract.origin.recordId,
  "item": { "items": [contract.lines.{
    "item": { "id": $valueMap("netsuite-item", kind = "role" ? roleCode : kind) },
    "quantity": $number(quantity),
    "rate": $number(unitPrice.amount),
    "amount": $number(amount.amount),
    "taxCode": { "id": $taxCode },
    "custcol_tl_line_ref": id,
    "description": $join([phase, description ? description : name], ": ")
  }] }
})
)`,
    tests: netsuiteOrderSamples,
  },
};
