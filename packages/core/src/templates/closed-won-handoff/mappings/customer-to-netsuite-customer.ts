import type { TemplateMapping } from '../../template.ts';
import { netsuiteCustomerSamples } from '../samples/netsuite-customer-samples.ts';

export const customerToNetsuiteCustomer: TemplateMapping = {
  kind: 'mapping',
  key: 'customer-to-netsuite-customer',
  name: 'Customer to NetSuite customer',
  description: 'Our customer as NetSuite keeps it: in the right subsidiary, below its parent.',
  document: {
    format: 1,
    source: {
      kind: 'bundle',
      parts: {
        customer: { kind: 'entity', entity: 'customer', version: '1.0.0' },
        parentId: { kind: 'any' },
      },
    },
    target: { kind: 'object', system: 'netsuite', object: 'customer' },
    text: `/* parentId is the NetSuite id of the parent company; a company at the top has none. A list that is given replaces the one in NetSuite, so no list is given when there are no addresses. */
$compact({
  "companyName": $substring(customer.name, 0, 83),
  "isPerson": false,
  "subsidiary": { "id": $valueMap("netsuite-subsidiary", customer.legalEntity) },
  "parent": { "id": parentId },
  "currency": { "id": $valueMap("netsuite-currency", customer.currency) },
  "vatRegNumber": customer.taxRegistrations[scheme = "vat"][0].number,
  "email": customer.email,
  "phone": customer.phone,
  "url": customer.website,
  "addressBook": customer.addresses ? { "items": [customer.addresses.(
    $lines := $split(street, "\\n");
    {
      "label": purpose = "billing" ? "Billing" : purpose = "delivery" ? "Delivery" : "Registered office",
      "defaultBilling": purpose = "billing",
      "addressBookAddress": {
        "addressee": $substring($$.customer.name, 0, 83),
        "addr1": $lines[0],
        "addr2": $lines[1],
        "city": city,
        "state": region,
        "zip": postalCode,
        "country": { "id": country }
      }
    }
  )] },
  "custentity_tl_origin": "throughline:" & customer.origin.system & ":" & customer.origin.object & ":" & customer.origin.recordId
})`,
    tests: netsuiteCustomerSamples,
  },
};
