import type { TemplateMapping } from '../../template.ts';
import { accountSamples } from '../samples/account-samples.ts';

/** The account as the CRM has it becomes a canonical customer; also used for its parent companies. */
export const salesforceAccountToCustomer: TemplateMapping = {
  kind: 'mapping',
  key: 'salesforce-account-to-customer',
  name: 'Salesforce account to customer',
  description: 'A Salesforce account with its contacts becomes our customer.',
  document: {
    format: 1,
    source: {
      kind: 'bundle',
      parts: {
        account: { kind: 'object', system: 'salesforce', object: 'Account', include: ['contacts'] },
        opportunity: {
          kind: 'object',
          system: 'salesforce',
          object: 'Opportunity',
          include: ['lines', 'contactRoles'],
        },
        owner: { kind: 'object', system: 'salesforce', object: 'User' },
      },
    },
    target: { kind: 'entity', entity: 'customer', version: '1.0.0' },
    text: `/* What the account does not say is taken from the deal. A company without a deal therefore has no legal entity of ours. */
(
  $roles := opportunity.contactRoles;
  $roleOf := function($contactId) { $roles[ContactId = $contactId][0] };

  $contacts := [account.contacts.(
    $role := $roleOf(Id);
    {
      "id": Id,
      "firstName": FirstName,
      "lastName": LastName,
      "email": Email,
      "phone": Phone,
      "jobTitle": Title,
      "role": $role.Role,
      "isPrimary": $role.IsPrimary = true
    }
  )];

  /* Invoices go to the billing contact, or to the main contact of the deal when there is none. */
  $invoiceTo := $contacts[role = "Billing Contact"][0].email ? $contacts[role = "Billing Contact"][0].email
    : $contacts[isPrimary][0].email;

  $compact({
    "id": account.Id,
    "name": account.Name,
    "number": account.AccountNumber,
    "parentId": account.ParentId,
    "legalEntity": account.Legal_Entity__c ? account.Legal_Entity__c : opportunity.Legal_Entity__c,
    "additionalLegalEntities": account.Legal_Entity__c and opportunity.Legal_Entity__c
      and account.Legal_Entity__c != opportunity.Legal_Entity__c ? [opportunity.Legal_Entity__c],
    "currency": account.CurrencyIsoCode,
    "taxRegistrations": [
      account.VAT_Number__c ? {
        "scheme": "vat",
        "country": $contains(account.VAT_Number__c, /^[A-Z]{2}/)
          ? $substring(account.VAT_Number__c, 0, 2)
          : account.BillingCountryCode,
        "number": account.VAT_Number__c
      },
      account.Company_Number__c ? {
        "scheme": "company-register",
        "country": account.BillingCountryCode,
        "number": account.Company_Number__c
      }
    ],
    "addresses": [
      account.BillingCountryCode ? {
        "purpose": "billing",
        "street": account.BillingStreet,
        "city": account.BillingCity,
        "region": account.BillingState,
        "postalCode": account.BillingPostalCode,
        "country": account.BillingCountryCode
      }
    ],
    "contacts": $contacts,
    "email": $invoiceTo,
    "phone": account.Phone,
    "website": account.Website,
    "industry": account.Industry,
    "owner": {
      "id": account.OwnerId,
      "name": owner[Id = $$.account.OwnerId].Name,
      "email": owner[Id = $$.account.OwnerId].Email
    },
    "origin": {
      "system": "salesforce",
      "object": "Account",
      "recordId": account.Id,
      "changedAt": $instant(account.SystemModstamp)
    }
  })
)`,
    tests: accountSamples,
  },
};
