import type { TemplateMapping } from '../../template.ts';
import { kantataClientSamples } from '../samples/kantata-client-samples.ts';

export const customerToKantataClient: TemplateMapping = {
  kind: 'mapping',
  key: 'customer-to-kantata-client',
  name: 'Customer to Kantata client',
  description: 'Our customer as the group that holds its projects in Kantata.',
  document: {
    format: 1,
    source: { kind: 'entity', entity: 'customer', version: '1.0.0' },
    target: { kind: 'object', system: 'kantata', object: 'workspace_groups' },
    text: `(
  $main := contacts[isPrimary][0];
  $address := addresses[purpose = "billing"][0];
  $compact({
    "name": name,
    "company": true,
    "contact_name": $main ? $trim($main.firstName & " " & $main.lastName),
    "email": $main.email ? $main.email : email,
    "phone_number": phone,
    "address": $join([
      $address.street,
      $trim($join([$address.postalCode, $address.city], " ")),
      $address.region,
      $address.country
    ][$ != ""], "\\n"),
    "website": website
  })
)`,
    tests: kantataClientSamples,
  },
};
