/**
 * Words that mean the same in the systems of a professional services firm: CRM, ERP, project and time management. The
 * first word of a group stands for all of them. Written from the vocabulary of the trade, not from any mapping.
 */
const groups: readonly (readonly string[])[] = [
  ['customer', 'account', 'company', 'client', 'organisation', 'organization', 'buyer'],
  ['opportunity', 'deal'],
  ['project', 'workspace', 'engagement', 'job'],
  ['task', 'story', 'work', 'activity'],
  ['person', 'employee', 'user', 'worker', 'consultant', 'resource'],
  ['owner', 'manager', 'responsible'],
  ['assignee', 'assigned'],
  ['supplier', 'vendor'],
  ['contact', 'attendee'],
  ['subsidiary', 'legalentity'],
  ['id', 'identifier', 'identity', 'guid', 'uuid'],
  ['postcode', 'zip', 'postalcode'],
  ['region', 'province', 'county', 'canton'],
  ['city', 'town'],
  ['street', 'addressline'],
  ['phone', 'telephone', 'tel'],
  ['mobile', 'cell'],
  ['email', 'mail'],
  ['website', 'url', 'homepage', 'web'],
  ['firstname', 'givenname', 'forename'],
  ['lastname', 'familyname', 'surname'],
  ['fullname', 'displayname'],
  ['description', 'comment', 'memo', 'note', 'remark', 'detail'],
  ['begin', 'start', 'from', 'commencement', 'effective'],
  ['end', 'finish', 'completion', 'to', 'until'],
  ['due', 'deadline'],
  ['created', 'creation', 'entered'],
  ['changed', 'modified', 'updated', 'modification', 'modstamp'],
  ['quantity', 'units', 'count'],
  ['amount', 'sum'],
  ['price', 'rate'],
  ['total', 'overall'],
  ['tax', 'vat', 'gst'],
  ['registration', 'reg'],
  ['invoice', 'bill'],
  ['billing', 'invoicing'],
  ['delivery', 'shipping', 'shipment'],
  ['terms', 'term'],
  ['purchaseorder', 'po'],
  ['product', 'sku'],
  ['line', 'item', 'position', 'entry'],
  ['instalment', 'installment'],
  ['status', 'stage'],
  ['kind', 'type', 'category', 'class'],
  ['parent', 'superior'],
  ['primary', 'main', 'default'],
  ['reference', 'ref'],
  ['sequence', 'order', 'rank'],
  ['closed', 'close', 'closing'],
  ['signed', 'signature'],
  ['hour', 'hourly'],
  ['cost', 'expense'],
  ['planned', 'estimated', 'estimate', 'scheduled'],
  ['active', 'enabled'],
  ['language', 'locale'],
];

/** Words written together or apart: `post code` and `postcode`. */
const phrases: Readonly<Record<string, string>> = {
  'e mail': 'email',
  'post code': 'postcode',
  'postal code': 'postcode',
  'zip code': 'postcode',
  'first name': 'firstname',
  'given name': 'firstname',
  'last name': 'lastname',
  'family name': 'lastname',
  'full name': 'fullname',
  'display name': 'fullname',
  'job title': 'jobtitle',
  'web site': 'website',
  'web address': 'website',
  'home page': 'website',
  'phone number': 'phone',
  'telephone number': 'phone',
  'email address': 'email',
  'purchase order': 'purchaseorder',
  'legal entity': 'legalentity',
  // The number in a company register: not the number by which a company is known as a customer.
  'company number': 'registernumber',
  'company registration': 'registernumber',
  'business unit': 'legalentity',
  'sales rep': 'owner',
  // What a line comes to.
  'total price': 'amount',
  'line total': 'amount',
  'line amount': 'amount',
  'extended price': 'amount',
  'net amount': 'amount',
  'account manager': 'owner',
};

/** Words that are often, but not always, meant alike: each pair with how much of a match it is. */
const related: readonly (readonly [string, string, number])[] = [
  ['end', 'due', 0.7],
  ['name', 'title', 0.85],
  ['name', 'label', 0.7],
  ['name', 'subject', 0.8],
  ['name', 'description', 0.5],
  ['amount', 'price', 0.6],
  ['amount', 'total', 0.6],
  ['amount', 'budget', 0.6],
  ['total', 'budget', 0.6],
  ['signed', 'closed', 0.7],
  // A state is a part of a country, or where something stands.
  ['state', 'region', 0.85],
  ['state', 'status', 0.85],
  ['project', 'contract', 0.5],
  ['opportunity', 'contract', 0.6],
  ['contract', 'order', 0.6],
  ['reference', 'id', 0.8],
  ['number', 'id', 0.5],
  ['code', 'id', 0.6],
  ['code', 'kind', 0.5],
  ['invoice', 'billing', 0.8],
  ['role', 'kind', 0.4],
  ['hour', 'time', 0.7],
  ['jobtitle', 'title', 0.8],
  ['fullname', 'name', 0.85],
  ['street', 'address', 0.7],
  ['location', 'region', 0.6],
  ['phone', 'mobile', 0.6],
  ['payment', 'billing', 0.7],
  ['payment', 'invoice', 0.6],
];

const conceptOf = new Map(groups.flatMap(([first = '', ...rest]) => [first, ...rest].map((word) => [word, first])));

/** The word that stands for all words of the same meaning. */
export const concept = (word: string): string => conceptOf.get(word) ?? word;

/** Two words that are written as one, or undefined. */
export const phrase = (first: string, second: string): string | undefined => phrases[`${first} ${second}`];

const relatedTo = new Map<string, Map<string, number>>();
for (const [one, other, strength] of related) {
  relate(concept(one), concept(other), strength);
  relate(concept(other), concept(one), strength);
}

function relate(one: string, other: string, strength: number): void {
  const relations = relatedTo.get(one) ?? new Map<string, number>();
  relatedTo.set(one, relations.set(other, strength));
}

/** How alike two concepts are meant: 1 for the same, 0 for different ones. */
export const likeness = (one: string, other: string): number =>
  one === other ? 1 : (relatedTo.get(one)?.get(other) ?? 0);

/** The concepts that are related to one, and therefore worth looking for. */
export const relatives = (word: string): readonly string[] => [...(relatedTo.get(word)?.keys() ?? [])];
