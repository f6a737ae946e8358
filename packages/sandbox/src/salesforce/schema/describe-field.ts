import type { Field, FieldType } from './field.ts';

const SOAP_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  string: 'xsd:string',
  textarea: 'xsd:string',
  email: 'xsd:string',
  phone: 'xsd:string',
  url: 'xsd:string',
  picklist: 'xsd:string',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
};

/** A field in the form of the describe resource. */
export function describeField(field: Field): object {
  return {
    ...FEATURES_NOT_USED,
    ...describeUse(field),
    ...describeSize(field),
    ...describeValues(field),
    label: field.label,
    name: field.name,
    type: field.type,
    soapType: SOAP_TYPES[field.type],
    custom: field.name.endsWith('__c'),
    calculated: field.isCalculated && field.name.endsWith('__c'),
    nameField: field.isNameField,
  };
}

/** What the field can be used for. */
function describeUse(field: Field): object {
  const isLongText = field.type === 'textarea' && field.length > 255;
  return {
    aggregatable: !isLongText && field.type !== 'boolean',
    createable: field.isCreateable,
    defaultedOnCreate: field.isDefaultedOnCreate,
    externalId: field.isExternalId,
    filterable: !isLongText,
    groupable: !isLongText && !['currency', 'double', 'percent', 'datetime'].includes(field.type),
    idLookup: field.type === 'id' || field.isExternalId,
    nillable: field.isNillable,
    permissionable: field.isNillable && field.isUpdateable,
    sortable: !isLongText,
    unique: field.isUnique,
    updateable: field.isUpdateable,
  };
}

function describeSize(field: Field): object {
  const isInteger = field.type === 'int';
  return {
    byteLength: field.length * 3,
    digits: isInteger ? field.precision : 0,
    length: field.length,
    precision: isInteger ? 0 : field.precision,
    scale: field.scale,
  };
}

function describeValues(field: Field): object {
  return {
    cascadeDelete: field.isCascadeDelete,
    defaultValue: field.type === 'boolean' ? field.defaultValue : null,
    extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
    picklistValues: field.picklistValues.map((value) => ({
      active: true,
      defaultValue: false,
      label: value,
      validFor: null,
      value,
    })),
    referenceTo: field.referenceTo === null ? [] : [field.referenceTo],
    relationshipName: field.relationshipName,
    restrictedPicklist: field.isRestrictedPicklist,
  };
}

/** Attributes of the describe answer for features that no field of this org uses. */
const FEATURES_NOT_USED = {
  aiPredictionField: false,
  autoNumber: false,
  calculatedFormula: null,
  caseSensitive: false,
  compoundFieldName: null,
  controllerName: null,
  defaultValueFormula: null,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  displayLocationInDecimal: false,
  encrypted: false,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  highScaleNumber: false,
  htmlFormatted: false,
  inlineHelpText: null,
  mask: null,
  maskType: null,
  namePointing: false,
  polymorphicForeignKey: false,
  queryByDistance: false,
  referenceTargetField: null,
  relationshipOrder: null,
  restrictedDelete: false,
  searchPrefilterable: false,
  writeRequiresMasterRead: false,
};
