import type { TemplateMapping } from '../../template.ts';
import { contractSamples } from '../samples/contract-samples.ts';

/** The won deal becomes a canonical contract. Missing values stay missing here, and the check step reports them. */
export const salesforceOpportunityToContract: TemplateMapping = {
  kind: 'mapping',
  key: 'salesforce-opportunity-to-contract',
  name: 'Salesforce opportunity to contract',
  description: 'A won Salesforce opportunity with its lines becomes our contract.',
  document: {
    format: 1,
    source: {
      kind: 'bundle',
      parts: {
        opportunity: {
          kind: 'object',
          system: 'salesforce',
          object: 'Opportunity',
          include: ['lines', 'contactRoles'],
        },
        owner: { kind: 'object', system: 'salesforce', object: 'User' },
      },
    },
    target: { kind: 'entity', entity: 'contract', version: '1.0.0' },
    text: `/* A code without an entry in its value map gives no value here. The check step then reports it with everything else that is missing. */
(
  $deal := opportunity.Name;
  $currency := opportunity.CurrencyIsoCode;
  $type := $valueMap("contract-type", opportunity.Contract_Type__c, null);

  /* A line that names a role sells that person's time. For other lines, the unit and the contract type tell the kind. */
  $kind := function($line) {
    $line.Role_Code__c ? "role"
      : $line.Unit__c = "month" ? "retainer"
      : $type = "milestone" ? "milestone"
      : "fixed-fee"
  };

  /* Salesforce names each line "deal product". We keep the product. */
  $lines := [$map(opportunity.lines, function($line, $index) {
    {
      "id": $line.Id,
      "number": $index + 1,
      "kind": $kind($line),
      "name": $line.Role_Code__c ? $valueMap("role-name", $line.Role_Code__c, $line.Role_Code__c)
        : $line.Description ? $line.Description
        : $substringAfter($line.Name, $deal & " "),
      "description": $line.Description,
      "productCode": $line.ProductCode,
      "roleCode": $line.Role_Code__c,
      "phase": $line.Phase__c,
      "quantity": $decimal($line.Quantity),
      "unit": $line.Unit__c ? $line.Unit__c : "each",
      "unitPrice": $money($line.UnitPrice, $line.CurrencyIsoCode ? $line.CurrencyIsoCode : $currency),
      "amount": $money($line.TotalPrice, $line.CurrencyIsoCode ? $line.CurrencyIsoCode : $currency),
      "serviceDate": $date($line.ServiceDate)
    }
  })];

  $compact({
    "id": opportunity.Id,
    "name": opportunity.Name,
    "customerId": opportunity.AccountId,
    "opportunityId": opportunity.Id,
    "contractType": $type,
    "billingModel": $valueMap("billing-model", opportunity.Billing_Model__c, null),
    "paymentTerms": {
      "code": opportunity.Billing_Terms__c,
      "netDays": $valueMap("payment-days", opportunity.Billing_Terms__c, null)
    },
    "currency": $currency,
    "legalEntity": opportunity.Legal_Entity__c,
    "taxJurisdiction": opportunity.Tax_Jurisdiction__c,
    "deliveryRegion": opportunity.Delivery_Region__c,
    "practice": opportunity.Practice__c,
    "purchaseOrderNumber": opportunity.PO_Number__c,
    "signedDate": $date(opportunity.CloseDate),
    "startDate": $date(opportunity.Project_Start__c),
    "endDate": $date(opportunity.Project_End__c),
    "totalAmount": $money($add(opportunity.lines.TotalPrice), $currency),
    "owner": {
      "id": opportunity.OwnerId,
      "name": owner[Id = $$.opportunity.OwnerId].Name,
      "email": owner[Id = $$.opportunity.OwnerId].Email
    },
    "lines": $lines,
    "origin": {
      "system": "salesforce",
      "object": "Opportunity",
      "recordId": opportunity.Id,
      "changedAt": $instant(opportunity.SystemModstamp)
    }
  })
)`,
    tests: contractSamples,
  },
};
