/** Where SuiteQL keeps the header fields of a record type. `{name}` → column, when it is not the name in lower case. */
export interface TableBinding {
  /** FROM clause; the main table has the alias `r`. */
  readonly from: string;
  readonly where?: string | undefined;
  /** Fields that SuiteQL shows, by their record names. */
  readonly fields: readonly string[];
  /** Columns that differ from `r.<name in lower case>`. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Name of the type in the table of deleted records. */
  readonly scriptId: string;
  readonly hasMark: boolean;
}

const mainLine = `transaction r JOIN transactionline l ON l.transaction = r.id AND l.mainline = 'T'`;

const transactionFields = words(
  'id externalId tranId entity currency tranDate terms otherRefNum memo total subsidiary department class location lastModifiedDate',
);

const onMainLine = {
  subsidiary: 'l.subsidiary',
  department: 'l.department',
  class: 'l.class',
  location: 'l.location',
  total: 'r.foreigntotal',
};

/**
 * Sources: NetSuite records catalog (Setup > Records Catalog) and the help pages on SuiteQL. Subsidiary, department,
 * class and location of a transaction are columns of its lines. A customer's primary subsidiary is in a table of its
 * own.
 */
export const tables: Readonly<Record<string, TableBinding>> = {
  customer: {
    from: `customer r LEFT JOIN customersubsidiaryrelationship s ON s.entity = r.id AND s.isprimarysub = 'T'`,
    fields: words(
      'id externalId entityId companyName isPerson subsidiary parent currency terms vatRegNumber email phone url comments isInactive salesRep lastModifiedDate',
    ),
    columns: { subsidiary: 's.subsidiary' },
    scriptId: 'customer',
    hasMark: true,
  },
  salesOrder: {
    from: mainLine,
    where: `r.type = 'SalesOrd'`,
    fields: [...transactionFields, ...words('startDate endDate job')],
    columns: onMainLine,
    scriptId: 'salesorder',
    hasMark: true,
  },
  invoice: {
    from: mainLine,
    where: `r.type = 'CustInvc'`,
    fields: [...transactionFields, ...words('dueDate job createdFrom')],
    columns: { ...onMainLine, createdFrom: 'l.createdfrom' },
    scriptId: 'invoice',
    hasMark: true,
  },
  billingSchedule: simple(
    'billingschedule',
    'id externalId name frequency numberRemaining inArrears isPublic isInactive',
    false,
  ),
  customerSubsidiaryRelationship: simple(
    'customersubsidiaryrelationship',
    'id entity subsidiary isPrimarySub isInactive',
    false,
  ),
  job: simple(
    'job',
    'id externalId entityId companyName parent subsidiary currency jobBillingType entityStatus projectManager startDate projectedEndDate endDate jobPrice comments isInactive lastModifiedDate',
  ),
  employee: simple(
    'employee',
    'id externalId entityId firstName lastName email title subsidiary department isInactive lastModifiedDate',
  ),
  subsidiary: simple('subsidiary', 'id externalId name country currency parent isInactive', false),
  currency: simple('currency', 'id externalId name symbol isBaseCurrency isInactive', false),
  term: simple('term', 'id externalId name daysUntilNetDue isInactive', false),
  serviceSaleItem: {
    ...simple('item', 'id externalId itemId displayName isInactive lastModifiedDate'),
    where: `r.itemtype = 'Service'`,
    scriptId: 'servicesaleitem',
  },
};

function simple(table: string, fields: string, hasMark = true): TableBinding {
  return { from: `${table} r`, fields: words(fields), scriptId: table, hasMark };
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
