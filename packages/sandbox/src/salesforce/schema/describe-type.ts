import { childRelationships } from './catalog.ts';
import { describeField } from './describe-field.ts';
import type { SObjectType } from './sobject-type.ts';

/** The short form, as in the list of all objects. */
export function describeBriefly(type: SObjectType, base: string): object {
  const url = `${base}/sobjects/${type.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: type.isWritable,
    custom: type.name.endsWith('__c'),
    customSetting: false,
    deepCloneable: false,
    deletable: type.isWritable,
    deprecatedAndHidden: false,
    feedEnabled: true,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: true,
    mergeable: type.name === 'Account' || type.name === 'Contact',
    mruEnabled: true,
    name: type.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: true,
    triggerable: true,
    undeletable: type.isWritable,
    updateable: type.isWritable,
    urls: { rowTemplate: `${url}/{ID}`, describe: `${url}/describe`, sobject: url },
  };
}

/** The full form: fields and relationships. */
export function describeType(type: SObjectType, base: string): object {
  return {
    ...describeBriefly(type, base),
    actionOverrides: [],
    childRelationships: childRelationships(type).map(({ name, child, field }) => ({
      cascadeDelete: field.isCascadeDelete,
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: name,
      restrictedDelete: false,
    })),
    compactLayoutable: true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: type.fields.map(describeField),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
        urls: { layout: `${base}/sobjects/${type.name}/describe/layouts/012000000000000AAA` },
      },
    ],
    searchLayoutable: true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${type.labelPlural.toLowerCase()}`, name: 'everything' }],
  };
}
