import { spoilt, type ProblemCase } from './problem-case.ts';

const tell = (id: string, body: string) => ({
  id,
  kind: 'notify',
  name: `Tell ${id}`,
  config: { to: '"operator"', subject: '"b"', body },
});

/** Problems with what expressions refer to and with their syntax. */
export const expressionCases: Readonly<Record<string, ProblemCase>> = {
  'a step that reads a disabled one, or one inside a disabled one': spoilt(
    {
      '/body/0/disabled': true,
      '/body/1/disabled': true,
      '/body/4/config/input': '$steps.look',
      '/body/2/disabled': true,
    },
    [
      'warning STEP_DISABLED /body/3/config/identity/externalId [writeCustomer]: "Write customer" uses $steps.readDeal, but "Read deal" is disabled, so it gives nothing. Enable "Read deal", or say what is given then.',
      'warning STEP_DISABLED /body/3/config/identity/canonicalId [writeCustomer]: "Write customer" uses $steps.readDeal, but "Read deal" is disabled, so it gives nothing. Enable "Read deal", or say what is given then.',
      'warning STEP_DISABLED /body/3/config/input [writeCustomer]: "Write customer" uses $steps.readDeal, but "Read deal" is disabled, so it gives nothing. Enable "Read deal", or say what is given then.',
      'warning STEP_DISABLED /body/4/config/input [sub]: "Sub-flow" uses $steps.look, but "Look up" is inside "Big?", which is disabled, so it gives nothing. Enable "Big?", or say what is given then.',
    ],
  ),
  'what a disabled step would do wrong': spoilt(
    {
      '/body/0/disabled': true,
      '/body/0/config/find/value': '$steps.nope.Id',
      '/body/0/config/connection': 'nowhere',
      '/body/1/config/cases/0/when': '$exists($steps.readDeal) ? $steps.readDeal.Amount > 10 : false',
      '/body/2/disabled': true,
      '/body/3/disabled': true,
      '/body/4/disabled': true,
    },
    [],
  ),
  'an unknown step': spoilt({ '/body/4/config/input': '$steps.readDael.Id' }, [
    'error UNKNOWN_STEP /body/4/config/input [sub]: "Sub-flow" uses $steps.readDael, but there is no such step. Did you mean "readDeal"?',
  ]),
  'an unknown step, where only the steps before can be read': spoilt(
    { '/body/1/config/cases/0/when': '$steps.nope.Amount > 10' },
    [
      'error UNKNOWN_STEP /body/1/config/cases/0/when [route]: "Big?" uses $steps.nope, but there is no such step. Known: readDeal.',
    ],
  ),
  'an unknown step in the first step': spoilt({ '/body/0/config/find/value': '$steps.nope.Id' }, [
    'error UNKNOWN_STEP /body/0/config/find/value [readDeal]: "Read deal" uses $steps.nope, but there is no such step. No step has run before this one.',
  ]),
  'a condition on a field that the record does not have': spoilt(
    { '/body/1/config/cases/0/when': '$trigger.Stagee = "Won"' },
    ['warning UNKNOWN_DATA /body/1/config/cases/0/when [route]: $trigger has no field Stagee. Did you mean Stage?'],
  ),
  'a field that the record does not have, wherever an expression is': spoilt(
    {
      '/trigger/when': 'Stagee = "Won" and $trigger.Account.Nmae = "x"',
      '/settings/businessKey': '$trigger.Nmae',
      '/body/1/bodies/big/0/config/key': '$trigger.Account.Coed',
      '/body/2/config/items': '$steps.readDeal.lines[Huors > 1]',
      '/body/2/config/itemKey': '$item.Idd',
      '/body/2/bodies/each/0/config/subject': '$item.Huors',
      '/body/2/bodies/each/0/config/body': { kind: 'literal', value: 'About {{$trigger.Nmae}}' },
      '/body/-': {
        id: 'rules',
        kind: 'check',
        name: 'Rules',
        config: { rules: [{ code: 'BIG', message: 'It is big.', assert: '$trigger.Amuont > 1' }] },
      },
    },
    [
      'warning UNKNOWN_DATA /trigger/when: There is no field "Stagee" here. Did you mean Stage?',
      'warning UNKNOWN_DATA /trigger/when: $trigger.Account has no field Nmae. Did you mean Name?',
      'warning UNKNOWN_DATA /settings/businessKey: $trigger has no field Nmae. Did you mean Name?',
      'warning UNKNOWN_DATA /body/1/bodies/big/0/config/key [look]: $trigger.Account has no field Coed. Did you mean Code?',
      'warning UNKNOWN_DATA /body/2/config/items [eachLine]: There is no field "Huors" here. Did you mean Hours?',
      'warning UNKNOWN_DATA /body/2/config/itemKey [eachLine]: $item has no field Idd. Did you mean Id?',
      'warning UNKNOWN_DATA /body/2/bodies/each/0/config/subject [tell]: $item has no field Huors. Did you mean Hours?',
      'warning UNKNOWN_DATA /body/2/bodies/each/0/config/body [tell]: $trigger has no field Nmae. Did you mean Name?',
      'warning UNKNOWN_DATA /body/5/config/rules/0/assert [rules]: $trigger has no field Amuont. Did you mean Amount?',
    ],
  ),
  'fields that nothing rules out': spoilt(
    {
      '/trigger/deletions': 'start',
      '/trigger/when': '$trigger.isDeleted = true or $trigger.Own__x = 1 or $trigger.Account.Own__x = 1',
      '/body/1/config/cases/0/when': '$flow.anything = "a"',
      '/body/2/bodies/onError': [tell('lost', '$steps.eachLine.error')],
    },
    [],
  ),
  'data that a replay brings, because a step offers it to the operator': spoilt(
    {
      '/trigger/when': '$exists($trigger.corrections)',
      '/body/-': {
        id: 'stop',
        kind: 'raise',
        name: 'Stop',
        config: { code: 'WRONG', message: '$trigger.Id', payload: '{ "Id": $trigger.Id, "corrections": {} }' },
      },
    },
    [],
  ),
  'data in the shape in which the system sent it': spoilt(
    { '/trigger/record': 'as-sent', '/trigger/when': '$trigger.anything = 1' },
    [],
  ),
  'a condition that is a constant': spoilt({ '/body/1/config/cases/0/when': '"yes"' }, [
    'warning CONSTANT_CONDITION /body/1/config/cases/0/when [route]: This condition is always true. Use data in it, such as a field of $trigger.',
  ]),
  'conditions that are constants, however they are written': spoilt(
    {
      '/trigger/when': '($x := 0; $x)',
      '/body/1/config/cases/0/when': { kind: 'literal', value: false },
      '/body/-': {
        id: 'rules',
        kind: 'check',
        name: 'Rules',
        config: {
          rules: [
            { code: 'A', message: 'A.', assert: '1 + 1 > 1' },
            { code: 'B', message: 'B.', assert: '$now() > "2020"' },
          ],
        },
      },
    },
    [
      'warning CONSTANT_CONDITION /trigger/when: This condition is always false. Use data in it, such as a field of $trigger.',
      'warning CONSTANT_CONDITION /body/1/config/cases/0/when [route]: This condition is always false. Use data in it, such as a field of $trigger.',
      'warning CONSTANT_CONDITION /body/5/config/rules/0/assert [rules]: This condition gives the same answer for every record. Use data in it, such as a field of $trigger.',
    ],
  ),
  'a step that comes later': spoilt({ '/body/0/config/find/value': '$steps.writeCustomer.id' }, [
    'error STEP_NOT_RUN /body/0/config/find/value [readDeal]: "Read deal" uses $steps.writeCustomer, but "Write customer" comes later. Use a step that has run by then.',
  ]),
  'the step itself': spoilt({ '/body/0/config/find/value': '$steps.readDeal.Id' }, [
    'error STEP_NOT_RUN /body/0/config/find/value [readDeal]: "Read deal" uses $steps.readDeal, but "Read deal" is the step itself. Use a step that has run by then.',
  ]),
  'a container around it': spoilt({ '/body/2/bodies/each/0/config/body': '$steps.eachLine' }, [
    'error STEP_NOT_RUN /body/2/bodies/each/0/config/body [tell]: "Tell" uses $steps.eachLine, but "Each line" is still under way at that point. Use a step that has run by then.',
  ]),
  'a step on another way': spoilt({ '/body/1/bodies/otherwise': [tell('small', '$steps.look')] }, [
    'error STEP_NOT_RUN /body/1/bodies/otherwise/0/config/body [small]: "Tell small" uses $steps.look, but "Look up" is on another way. Use a step that has run by then.',
  ]),
  'a step that runs side by side': spoilt(
    {
      '/body/1': {
        id: 'both',
        kind: 'parallel',
        name: 'Both',
        config: {
          branches: [
            { slot: 'a', title: 'A' },
            { slot: 'b', title: 'B' },
          ],
        },
        bodies: { a: [tell('left', '"x"')], b: [tell('right', '$steps.left')] },
      },
      '/body/4/config/input': '$steps.left & $steps.right',
    },
    [
      'error STEP_NOT_RUN /body/1/bodies/b/0/config/body [right]: "Tell right" uses $steps.left, but "Tell left" runs side by side with it. Use a step that has run by then.',
    ],
  ),
  'a step inside a for-each, from outside': spoilt({ '/body/4/config/input': '$steps.tell' }, [
    'error STEP_NOT_RUN /body/4/config/input [sub]: "Sub-flow" uses $steps.tell, but "Tell" is inside "Each line" and gives one result per item. Use a step that has run by then.',
  ]),
  'a step on one way of a branch, from behind it': spoilt({ '/body/4/config/input': '$steps.look' }, [
    'warning STEP_MAY_NOT_RUN /body/4/config/input [sub]: "Sub-flow" uses $steps.look, but "Look up" runs on one way of "Big?" only: it is empty otherwise. Say what is given then, such as $exists($steps.look) ? $steps.look.id : null.',
  ]),
  'a step on one way of a branch, from behind it, when the expression asks for it': spoilt(
    { '/body/4/config/input': '{ "a": $exists($steps.look) ? $steps.look.id, "b": $steps.look ? 1 : 0 }' },
    [],
  ),
  'a step in the only case of a branch that continues': spoilt(
    {
      '/body/1/bodies/otherwise': [
        { id: 'stop', kind: 'raise', name: 'Stop', config: { code: 'SMALL', message: '"Too small"' } },
      ],
      '/body/4/config/input': '$steps.look',
    },
    [],
  ),
  'a step of an error handler, from behind it': spoilt({ '/body/4/config/input': '$steps.warn' }, [
    'warning STEP_MAY_NOT_RUN /body/4/config/input [sub]: "Sub-flow" uses $steps.warn, but "Warn" runs only when "Write customer" fails: it is empty otherwise. Say what is given then, such as $exists($steps.warn) ? $steps.warn.id : null.',
  ]),
  'a step in a trigger’s condition': spoilt({ '/trigger/when': '$steps.readDeal.Id = "1"' }, [
    'error STEP_NOT_RUN /trigger/when: No step has run when this is evaluated. Use $trigger, the data of the event.',
  ]),
  'an item outside a for-each': spoilt({ '/body/4/config/input': '$item.Id' }, [
    'error ITEM_OUTSIDE_FOR_EACH /body/4/config/input [sub]: "Sub-flow" uses $item outside a for-each. Move it inside one, or use $steps.',
  ]),
  'an unknown variable': spoilt({ '/body/4/config/input': '$error & $stepps' }, [
    'error UNKNOWN_VARIABLE /body/4/config/input [sub]: "Sub-flow" uses $error, which does not exist here. It exists inside an error handler only.',
    'error UNKNOWN_VARIABLE /body/4/config/input [sub]: "Sub-flow" uses $stepps, which does not exist here. Did you mean "steps"?',
  ]),
  'an unknown function': spoilt({ '/body/4/config/input': '$uppercas("a") & $random()' }, [
    'error UNKNOWN_FUNCTION /body/4/config/input [sub]: There is no function $uppercas. Did you mean "uppercase"?',
    'error UNKNOWN_FUNCTION /body/4/config/input [sub]: $random cannot be used: a replay would map the same record differently.',
  ]),
  'an expression that cannot be read': spoilt({ '/body/4/config/input': '{ "a": }' }, [
    'error EXPRESSION_SYNTAX /body/4/config/input [sub]: Line 1, column 8: A value is expected before }. Correct the expression there.',
  ]),
  'an output nobody gives': spoilt(
    { '/body/4/config/input': '$steps.writeCustomer.name & $steps.readDeal.Account.Nmae' },
    [
      'warning UNKNOWN_OUTPUT /body/4/config/input [sub]: "Sub-flow" uses $steps.writeCustomer.name: a write gives id, effect, externalId and nothing else.',
      'warning UNKNOWN_OUTPUT /body/4/config/input [sub]: "Sub-flow" uses $steps.readDeal.Account.Nmae: Deal.Account has no field "Nmae". Did you mean "Name"?',
    ],
  ),
};
