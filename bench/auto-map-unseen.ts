import type { SchemaRef } from '@throughline/core/mapping/document';

interface UnseenMapping {
  readonly key: string;
  readonly source: SchemaRef;
  readonly target: SchemaRef;
  readonly text: string;
}

/**
 * Mappings that nothing was tuned on: they were written from the descriptions of the fields alone, before auto-map was
 * run on them, and have no samples.
 */
export const unseenMappings: readonly UnseenMapping[] = [
  {
    key: 'kantata-time-entry-to-time-entry',
    source: { kind: 'object', system: 'kantata', object: 'time_entries' },
    target: { kind: 'entity', entity: 'time-entry' },
    text: `{
      "id": id,
      "projectId": workspace_id,
      "taskId": story_id,
      "resourceId": user_id,
      "roleCode": role_id,
      "workDate": date_performed,
      "hours": $minutesToHours(time_in_minutes),
      "isBillable": billable,
      "status": approved ? "approved" : "submitted",
      "billRate": $fromMinorUnits(rate_in_cents, currency),
      "notes": notes,
      "origin": { "system": "kantata", "object": "time_entries", "recordId": id, "changedAt": updated_at }
    }`,
  },
  {
    key: 'invoice-to-netsuite-invoice',
    source: { kind: 'entity', entity: 'invoice' },
    target: { kind: 'object', system: 'netsuite', object: 'invoice' },
    text: `{
      "entity": { "id": customerId },
      "subsidiary": { "id": legalEntity },
      "currency": { "id": currency },
      "job": { "id": projectId },
      "createdFrom": { "id": contractId },
      "tranDate": issueDate,
      "dueDate": dueDate,
      "terms": { "id": paymentTerms.code },
      "otherRefNum": purchaseOrderNumber,
      "item": { "items": [lines.{
        "item": { "id": roleCode },
        "quantity": $number(quantity),
        "rate": $number(unitPrice.amount),
        "amount": $number(netAmount.amount),
        "description": description,
        "taxCode": { "id": taxCode },
        "custcol_tl_line_ref": contractLineId
      }] }
    }`,
  },
  {
    key: 'netsuite-invoice-to-invoice',
    source: { kind: 'object', system: 'netsuite', object: 'invoice' },
    target: { kind: 'entity', entity: 'invoice' },
    text: `{
      "id": id,
      "number": tranId,
      "customerId": entity.id,
      "contractId": createdFrom.id,
      "projectId": job.id,
      "legalEntity": subsidiary.id,
      "purchaseOrderNumber": otherRefNum,
      "issueDate": tranDate,
      "dueDate": dueDate,
      "paymentTerms": { "code": terms.id },
      "currency": currency.id,
      "lines": [item.items.{
        "id": custcol_tl_line_ref,
        "number": line,
        "description": description,
        "contractLineId": custcol_tl_line_ref,
        "quantity": $decimal(quantity),
        "unitPrice": $money(rate, $$.currency.id),
        "netAmount": $money(amount, $$.currency.id),
        "taxCode": taxCode.id
      }],
      "netAmount": $money(subtotal, currency.id),
      "taxAmount": $money(taxTotal, currency.id),
      "grossAmount": $money(total, currency.id),
      "origin": { "system": "netsuite", "object": "invoice", "recordId": id, "changedAt": lastModifiedDate }
    }`,
  },
  {
    key: 'salesforce-opportunity-to-opportunity',
    source: { kind: 'object', system: 'salesforce', object: 'Opportunity', include: ['lines'] },
    target: { kind: 'entity', entity: 'opportunity' },
    text: `{
      "id": Id,
      "name": Name,
      "customerId": AccountId,
      "stage": StageName,
      "isClosed": IsClosed,
      "isWon": IsWon,
      "probability": $decimal(Probability),
      "closeDate": CloseDate,
      "amount": $money(Amount, CurrencyIsoCode),
      "currency": CurrencyIsoCode,
      "contractType": $valueMap("contract-type", Contract_Type__c),
      "billingModel": $valueMap("billing-model", Billing_Model__c),
      "paymentTerms": { "code": Billing_Terms__c, "netDays": $valueMap("payment-days", Billing_Terms__c) },
      "legalEntity": Legal_Entity__c,
      "taxJurisdiction": Tax_Jurisdiction__c,
      "deliveryRegion": Delivery_Region__c,
      "practice": Practice__c,
      "owner": { "id": OwnerId },
      "lines": [lines.{
        "id": Id,
        "name": Name,
        "description": Description,
        "productCode": ProductCode,
        "roleCode": Role_Code__c,
        "phase": Phase__c,
        "quantity": $decimal(Quantity),
        "unit": Unit__c,
        "unitPrice": $money(UnitPrice, CurrencyIsoCode),
        "amount": $money(TotalPrice, CurrencyIsoCode),
        "serviceDate": ServiceDate
      }],
      "origin": { "system": "salesforce", "object": "Opportunity", "recordId": Id, "changedAt": SystemModstamp }
    }`,
  },
  {
    key: 'kantata-user-to-resource',
    source: { kind: 'object', system: 'kantata', object: 'users' },
    target: { kind: 'entity', entity: 'resource' },
    text: `{
      "id": id,
      "firstName": $substringBefore(full_name, " "),
      "lastName": $substringAfter(full_name, " "),
      "email": email_address,
      "status": disabled ? "left" : "active",
      "roleCode": role_id,
      "origin": { "system": "kantata", "object": "users", "recordId": id }
    }`,
  },
];
