import { expression } from '../../src/flow/field-value.ts';
import { validateFlow } from '../../src/flow/validate.ts';
import { edited, spoilt, type ProblemCase } from './problem-case.ts';
import { called, sampleContext, validFlow } from './sample-flow.ts';

const writeCustomer = (externalId: string) => ({
  id: 'writeItem',
  kind: 'write',
  name: 'Write item',
  config: {
    connection: 'erp',
    object: 'customer',
    operation: 'upsert',
    identity: { externalId },
    record: '{ "companyName": "x", "subsidiary": { "id": "1" } }',
  },
});

/** Problems with connections, objects, fields, other documents and triggers. */
export const referenceCases: Readonly<Record<string, ProblemCase>> = {
  'a recipient that is neither an address nor a role': spoilt(
    { '/body/2/bodies/each/0/config/to': { kind: 'literal', value: 'Olga Weiss' } },
    [
      'error BAD_RECIPIENT /body/2/bodies/each/0/config/to [tell]: "Tell" would tell "Olga Weiss", which is neither an e-mail address nor a role. Give an address such as olga@example.com, or one of viewer, analyst, approver, operator, admin.',
    ],
  ),
  'a recipient that an expression gives as a fixed text': spoilt(
    { '/body/2/bodies/each/0/config/to': { kind: 'expression', value: '"nobody here!!"' } },
    [
      'error BAD_RECIPIENT /body/2/bodies/each/0/config/to [tell]: "Tell" would tell "nobody here!!", which is neither an e-mail address nor a role. Give an address such as olga@example.com, or one of viewer, analyst, approver, operator, admin.',
    ],
  ),
  'recipients that are an address, a role, and what data gives': spoilt(
    {
      '/body/2/bodies/each/0/config/to': { kind: 'literal', value: 'olga@example.com' },
      '/body/+3': {
        id: 'tellRole',
        kind: 'notify',
        name: 'Tell role',
        config: {
          to: { kind: 'literal', value: 'operator' },
          subject: { kind: 'literal', value: 'Done' },
          body: { kind: 'literal', value: 'Done' },
        },
      },
      '/body/+4': {
        id: 'tellOwner',
        kind: 'notify',
        name: 'Tell owner',
        config: {
          to: { kind: 'literal', value: '{{$trigger.Id}}@example.com' },
          subject: { kind: 'literal', value: 'Done' },
          body: { kind: 'literal', value: 'Done' },
        },
      },
    },
    [],
  ),
  'an unknown connection': spoilt({ '/body/0/config/connection': 'crn' }, [
    'error UNKNOWN_CONNECTION /body/0/config/connection [readDeal]: There is no connection "crn" in this environment. Did you mean "crm"?',
  ]),
  'an unknown object': spoilt({ '/body/0/config/object': 'Opportunity' }, [
    'error UNKNOWN_OBJECT /body/0/config/object [readDeal]: Sample Sales has no object "Opportunity". Known: Deal, Line.',
  ]),
  'an unknown child list': spoilt({ '/body/0/config/include': ['contacts'] }, [
    'warning UNKNOWN_OUTPUT /body/2/config/items [eachLine]: "Each line" uses $steps.readDeal.lines: Deal has no field "lines". Known: Account, AccountId, Amount, Id, Name, Stage.',
    'error UNKNOWN_CHILD /body/0/config/include/0 [readDeal]: Deal has no list "contacts" to bring along. Known: lines.',
  ]),
  'an unknown child list of the trigger’s record': spoilt({ '/trigger/include': ['lines', 'contacts'] }, [
    'error UNKNOWN_CHILD /trigger/include/1: Deal has no list "contacts" to bring along. Known: lines.',
  ]),
  'a field it cannot be found by': spoilt({ '/body/0/config/find': { by: 'fields', fields: { Stage: '"x"' } } }, [
    'error NOT_A_LOOKUP_FIELD /body/0/config/find/fields/Stage [readDeal]: Deal cannot be found by "Stage". Known: Id, Name.',
  ]),
  'an unknown field in a list’s filter': spoilt({ '/body/0/config/find': { by: 'list', where: { Stages: '"x"' } } }, [
    'error UNKNOWN_FIELD /body/0/config/find/where/Stages [readDeal]: Deal has no field "Stages". Did you mean "Stage"?',
  ]),
  'an object without an id of ours': spoilt({ '/body/0/config/find': { by: 'external-id', value: '"x"' } }, [
    'error NO_EXTERNAL_ID /body/0/config/find/by [readDeal]: Deal keeps no id of ours, so it cannot be found by one. Find it by fields.',
  ]),
  'a match by a field it cannot be found by': spoilt(
    {
      '/body/3/config/identity/match': [{ by: 'field', field: 'companyName', value: '$trigger.Name' }],
    },
    [
      'error NOT_A_LOOKUP_FIELD /body/3/config/identity/match/0/field [writeCustomer]: customer cannot be found by "companyName". Known: externalId, taxNumber.',
    ],
  ),
  'an operation the object does not take': spoilt(
    {
      '/body/3/config/operation': 'delete',
      '/body/3/config/undo': { operation: 'delete' },
    },
    [
      'error UNSUPPORTED_OPERATION /body/3/config/operation [writeCustomer]: customer cannot be written with "delete". Known: create, update, upsert.',
      'error UNSUPPORTED_OPERATION /body/3/config/undo/operation [writeCustomer]: customer cannot be written with "delete". Known: create, update, upsert.',
    ],
  ),
  'an object that cannot be written': spoilt(
    {
      '/body/3/config/connection': 'crm',
      '/body/3/config/object': 'Line',
    },
    [
      'error NOT_WRITABLE /body/3/config/object [writeCustomer]: Line can be read, but not written.',
      'error SCHEMA_MISMATCH /body/3/config/mapping [writeCustomer]: The mapping "deal-to-customer" is made for another shape than sales Line. Choose the one made for it.',
      'error UNKNOWN_FIELD /body/3/config/mapping [writeCustomer]: The mapping "deal-to-customer" of "Write customer" does not fit: Line has no field "companyName". Known: DealId, Hours, Id.',
      'error UNKNOWN_FIELD /body/3/config/mapping [writeCustomer]: The mapping "deal-to-customer" of "Write customer" does not fit: Line has no field "subsidiary". Known: DealId, Hours, Id.',
    ],
  ),
  'a mapping that does not fit': spoilt({ '/body/3/config/mapping': 'deal-to-nothing' }, [
    'error READ_ONLY_FIELD /body/3/config/mapping [writeCustomer]: The mapping "deal-to-nothing" of "Write customer" does not fit: customer sets "id" by itself. Leave it out.',
    'error UNKNOWN_FIELD /body/3/config/mapping [writeCustomer]: The mapping "deal-to-nothing" of "Write customer" does not fit: customer has no field "colour". Known: addresses, companyName, externalId, id, subsidiary, taxNumber.',
    'error UNKNOWN_FIELD /body/3/config/mapping [writeCustomer]: The mapping "deal-to-nothing" of "Write customer" does not fit: customer has no field "subsidiary.name". Known: id.',
    'error MISSING_REQUIRED_FIELD /body/3/config/mapping [writeCustomer]: The mapping "deal-to-nothing" of "Write customer" leaves out "companyName", which customer needs. Add it.',
  ]),
  'a record that does not fit': spoilt(
    {
      '/body/3/config/mapping': undefined,
      '/body/3/config/input': undefined,
      '/body/3/config/record': '{ "companyNam": "x", "addresses": [lines__x.{ "town": City }] }',
    },
    [
      'error UNKNOWN_FIELD /body/3/config/record [writeCustomer]: The record of "Write customer" does not fit: customer has no field "companyNam". Did you mean "companyName"?',
      'error UNKNOWN_FIELD /body/3/config/record [writeCustomer]: The record of "Write customer" does not fit: customer has no field "addresses.town". Known: city.',
      'error MISSING_REQUIRED_FIELD /body/3/config/record [writeCustomer]: The record of "Write customer" leaves out "companyName", which customer needs. Add it.',
      'error MISSING_REQUIRED_FIELD /body/3/config/record [writeCustomer]: The record of "Write customer" leaves out "subsidiary", which customer needs. Add it.',
    ],
  ),
  'fields an account may have added are let through': spoilt(
    {
      '/body/0/config/find': { by: 'list', where: { Region__x: '"x"' } },
      '/body/3/config/mapping': undefined,
      '/body/3/config/input': undefined,
      '/body/3/config/record':
        '{ "companyName": "x", "subsidiary": { "id": "1" }, "own_region": $steps.readDeal.Region__x }',
    },
    [],
  ),
  'no record': spoilt({ '/body/3/config/mapping': undefined }, [
    'error NO_RECORD /body/3 [writeCustomer]: "Write customer" does not say what to write. Choose a mapping, or write the record as an expression.',
  ]),
  'a mapping without input': spoilt({ '/body/3/config/input': undefined }, [
    'error NO_RECORD /body/3/config/input [writeCustomer]: "Write customer" does not say what its mapping is applied to. Give the mapping\'s input.',
  ]),
  'two records': spoilt({ '/body/3/config/record': '$trigger' }, [
    'error TWO_RECORDS /body/3/config/record [writeCustomer]: "Write customer" has both a mapping and a record. Keep the one that builds what is written.',
  ]),
  'no identity': spoilt({ '/body/3/config/identity': undefined }, [
    'error MISSING_IDENTITY /body/3/config/identity [writeCustomer]: A write needs an external id, or a repetition would make a second record. Give the expression of its own key.',
  ]),
  'an empty external id': spoilt({ '/body/3/config/identity/externalId': ' ' }, [
    'error MISSING_IDENTITY /body/3/config/identity/externalId/value [writeCustomer]: A write needs an external id, or a repetition would make a second record. Give the expression of its own key.',
  ]),
  'an external id that is the same for all': spoilt({ '/body/3/config/identity/externalId': '"deal"' }, [
    'error MISSING_IDENTITY /body/3/config/identity/externalId [writeCustomer]: "Write customer" has the same external id for every record. Use the record\'s own key.',
  ]),
  'an external id that differs each time': spoilt({ '/body/3/config/identity/externalId': 'Id & $now()' }, [
    'error MISSING_IDENTITY /body/3/config/identity/externalId [writeCustomer]: "Write customer" is not repeatable: its external id uses $now and differs each time. Use the record\'s own key.',
  ]),
  'an external id that is the same for every item': spoilt(
    { '/body/2/bodies/each/-': writeCustomer('$steps.readDeal.Id') },
    [
      'warning MISSING_IDENTITY /body/2/bodies/each/1/config/identity/externalId [writeItem]: "Write item" has the same external id for every item of "Each line", so each would overwrite the one before. Use $item in it.',
    ],
  ),
  'an external id of the item': spoilt({ '/body/2/bodies/each/-': writeCustomer('$item.Id') }, []),
  'an external id of a step for the item': spoilt(
    { '/body/2/bodies/each/-': writeCustomer('$steps.tell.notificationId') },
    [],
  ),
  'two writes of one delivery name': spoilt(
    {
      '/body/3/config/deliveryName': 'customer',
      '/body/-': {
        ...writeCustomer('Id'),
        config: {
          ...writeCustomer('Id').config,
          connection: 'crm',
          object: 'Line',
          operation: 'delete',
          deliveryName: 'customer',
        },
      },
    },
    [
      'error NOT_WRITABLE /body/5/config/object [writeItem]: Line can be read, but not written.',
      'error DELIVERY_CLASH /body/5/config/deliveryName [writeItem]: "Write item" and "Write customer" write different records under the delivery name "customer". Give one of them another name.',
    ],
  ),
  'an unknown entity': spoilt({ '/body/3/config/identity/entity': 'costumer' }, [
    'error UNKNOWN_ENTITY /body/3/config/identity/entity [writeCustomer]: There is no entity "costumer". Known: customer.',
  ]),
  'an unknown mapping': spoilt({ '/body/3/config/mapping': 'gone' }, [
    'error UNKNOWN_MAPPING /body/3/config/mapping [writeCustomer]: There is no mapping "gone". Known: deal-to-customer, deal-to-nothing.',
  ]),
  'an unknown value map': spoilt(
    {
      '/body/1/bodies/big/0/config/valueMap': 'gone',
      '/body/4/config/input': '$valueMap("term", "a")',
    },
    [
      'error UNKNOWN_VALUE_MAP /body/4/config/input [sub]: There is no value map "term". Did you mean "terms"?',
      'error UNKNOWN_VALUE_MAP /body/1/bodies/big/0/config/valueMap [look]: There is no value map "gone". Known: terms.',
    ],
  ),
  'an unknown flow': spoilt({ '/body/4/config/flow': 'gone' }, [
    'error UNKNOWN_FLOW /body/4/config/flow [sub]: There is no flow "gone". Known: called.',
  ]),
  'a flow that calls itself': spoilt({ '/body/4/config/flow': 'sample' }, [
    'error CALL_RECURSION /body/4/config/flow [sub]: "Sub-flow" calls its own flow, and would never end. Call another flow.',
  ]),
  'flows that call in a circle': spoilt(
    {},
    [
      'error CALL_RECURSION /body/4/config/flow [sub]: "Sub-flow" calls in a circle and would never end: sample → called → sample. Break the circle.',
    ],
    {
      flows: {
        called: {
          ...called,
          body: [{ id: 'back', kind: 'call', name: 'Back', config: { flow: 'sample', input: expression('1') } }],
        },
      },
    },
  ),
  'a flow that is not made to be called': spoilt(
    {},
    [
      'error FLOW_NOT_CALLABLE /body/4/config/flow [sub]: The flow "called" is not made to be called: its trigger is "manual". Give it a call trigger.',
    ],
    {
      flows: { called: { ...called, trigger: { kind: 'manual', name: 'By hand' } } },
    },
  ),
  'an object without webhook': spoilt(
    { '/trigger/object': 'Line', '/trigger/when': undefined, '/body/1/bodies/big': [] },
    [
      'error NO_WEBHOOK /trigger/object: Sample Sales does not tell us about Line by webhook. Use a change trigger, which asks it.',
    ],
  ),
  'an object without changes': spoilt(
    {
      '/trigger': { kind: 'change', name: 'Changed', connection: 'crm', object: 'Line' },
    },
    [
      'error NO_CHANGE_FEED /trigger/object: Sample Sales cannot be asked which Line changed. Use a schedule and read a list.',
    ],
  ),
  'an unknown connection of the trigger': spoilt({ '/trigger/connection': 'gone' }, [
    'error UNKNOWN_CONNECTION /trigger/connection: There is no connection "gone" in this environment. Known: crm, erp.',
  ]),
  'a schedule that cannot be read': spoilt(
    {
      '/trigger': { kind: 'schedule', name: 'Nightly', cron: '99 2 * * *', timeZone: 'Europe/Londn' },
    },
    [
      'error BAD_CRON /trigger/cron: "99 2 * * *" is not a valid schedule: Invalid value for minute: 99. Correct that field.',
      'error BAD_TIME_ZONE /trigger/timeZone: There is no time zone "Europe/Londn". Use an IANA name such as Europe/London.',
    ],
  ),
  'a schedule of six fields': spoilt(
    {
      '/trigger': { kind: 'schedule', name: 'Nightly', cron: '0 0 2 * * *', timeZone: 'UTC' },
    },
    [
      'error BAD_CRON /trigger/cron: "0 0 2 * * *" has 6 fields. Use five: minute, hour, day of month, month, day of week.',
    ],
  ),
  'a schedule that never comes': spoilt(
    {
      '/trigger': { kind: 'schedule', name: 'Never', cron: '0 2 31 2 *', timeZone: 'UTC' },
    },
    ['error BAD_CRON /trigger/cron: "0 2 31 2 *" names a day that never comes. Correct day or month.'],
  ),
  'no environment chosen yet: connections are not checked': {
    problems: () => {
      const { connections: _, ...context } = sampleContext;
      return validateFlow(edited(validFlow(), { '/body/0/config/connection': 'gone' }), context);
    },
    expected: [],
  },
};
