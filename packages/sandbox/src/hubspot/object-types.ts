/** A property as `GET /crm/v3/properties/{objectType}` describes it. Page: Properties. */
export interface Property {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool';
  readonly options: readonly string[];
  readonly isReadOnly: boolean;
  readonly isUnique: boolean;
  readonly isCustom: boolean;
}

export interface ObjectType {
  readonly name: string;
  /** The number by which every path also knows the type. */
  readonly typeId: string;
  /** As in messages and webhooks. */
  readonly singular: string;
  readonly mark: string;
  /** Properties that a reply holds although nobody asked for them. Page: Search the CRM, default properties. */
  readonly shown: readonly string[];
  readonly properties: ReadonlyMap<string, Property>;
}

type More = Partial<Omit<Property, 'name' | 'label'>>;
const ro: More = { isReadOnly: true };

/** `name:type` or `name`; a text where no type is given. */
function properties(texts: string, more: Readonly<Record<string, More>> = {}): readonly Property[] {
  return texts.split(' ').map((text) => {
    const [name, type = 'string'] = text.split(':') as [string, Property['type'] | undefined];
    const label = name.replace(/^hs_/, '').replaceAll('_', ' ');
    const usual = { options: [], isReadOnly: false, isUnique: false, isCustom: false };
    return { name, label, type, ...usual, ...more[name] };
  });
}

const stage: More = { type: 'enumeration', options: ['subscriber', 'lead', 'opportunity', 'customer', 'other'] };
const key: More = { isUnique: true, isCustom: true };
const sold =
  'name hs_sku description price:number hs_cost_of_goods_sold:number recurringbillingfrequency hs_recurring_billing_period';

function objectType(
  [name, typeId, singular]: readonly [string, string, string],
  shown: string,
  own: string,
  more: Readonly<Record<string, More>> = {},
): ObjectType {
  const mark = name === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
  const every = `hs_object_id:number createdate:datetime ${mark}:datetime hubspot_owner_id throughline_key`;
  const system = { hs_object_id: ro, createdate: ro, [mark]: ro, throughline_key: key };
  const all = properties(`${every} ${own}`, { ...system, ...more });
  return {
    name,
    typeId,
    singular,
    mark,
    shown: ['createdate', mark, 'hs_object_id', ...shown.split(' ')],
    properties: new Map(all.map((each) => [each.name, each])),
  };
}

export const objectTypes: readonly ObjectType[] = [
  objectType(
    ['companies', '0-2', 'company'],
    'name domain',
    'name domain description phone website industry address address2 city state zip country numberofemployees:number annualrevenue:number lifecyclestage hs_parent_company_id',
    { lifecyclestage: stage, hs_parent_company_id: ro },
  ),
  objectType(
    ['contacts', '0-1', 'contact'],
    'firstname lastname email',
    'email firstname lastname phone jobtitle company associatedcompanyid:number city country lifecyclestage',
    { lifecyclestage: stage, email: { isUnique: true }, associatedcompanyid: ro },
  ),
  objectType(
    ['deals', '0-3', 'deal'],
    'dealname amount closedate pipeline dealstage',
    'dealname amount:number deal_currency_code pipeline dealstage closedate:datetime dealtype description hs_is_closed:bool hs_is_closed_won:bool hs_deal_stage_probability:number hs_primary_associated_company:number',
    {
      dealtype: { type: 'enumeration', options: ['newbusiness', 'existingbusiness'] },
      hs_is_closed: ro,
      hs_is_closed_won: ro,
      hs_deal_stage_probability: ro,
      hs_primary_associated_company: ro,
    },
  ),
  objectType(['products', '0-7', 'product'], 'name description price', sold),
  objectType(
    ['line_items', '0-8', 'line_item'],
    'quantity amount price',
    `${sold} hs_product_id quantity:number amount:number hs_line_item_currency_code discount:number hs_discount_percentage:number hs_recurring_billing_start_date:date`,
    { amount: ro },
  ),
];

export function objectTypeOf(name: string): ObjectType | undefined {
  return objectTypes.find((each) => each.name === name || each.typeId === name || each.singular === name);
}

/** Page: Pipelines. */
export const dealPipeline = {
  id: 'default',
  label: 'Sales Pipeline',
  displayOrder: 0,
  archived: false,
  stages: [
    ['appointmentscheduled', 'Appointment Scheduled', '0.2'],
    ['qualifiedtobuy', 'Qualified To Buy', '0.4'],
    ['contractsent', 'Contract Sent', '0.9'],
    ['closedwon', 'Closed Won', '1.0'],
    ['closedlost', 'Closed Lost', '0.0'],
  ].map(([id = '', label = '', probability = ''], displayOrder) => ({
    id,
    label,
    displayOrder,
    archived: false,
    metadata: { isClosed: String(id.startsWith('closed')), probability },
  })),
};
