import type { ProblemCase } from './problem-case.ts';

/** Problems in a text itself, and in what it reads. */
export const sourceProblemCases: readonly ProblemCase[] = [
  {
    code: 'SYNTAX',
    mapping: '{ "a": id, "b": }',
    expected: [{ problem: 'error SYNTAX «}» A value is expected before }.' }],
  },
  {
    code: 'UNKNOWN_VARIABLE',
    mapping: '($currency := "EUR"; id & $curency & $trigger.id)',
    bindings: { trigger: {} },
    expected: [
      {
        problem: 'error UNKNOWN_VARIABLE «$curency» There is no variable $curency here. Did you mean $currency?',
        fix: 'Write $currency: ($currency := "EUR"; id & $currency & $trigger.id)',
      },
    ],
  },
  {
    code: 'UNKNOWN_FUNCTION',
    mapping: '{ "a": $uperrcase(id), "b": $nothingLikeIt(id) & $random(), "c": trim(id) }',
    expected: [
      {
        problem: 'error UNKNOWN_FUNCTION «$uperrcase» There is no function $uperrcase. Did you mean $uppercase?',
        fix: 'Write $uppercase: { "a": $uppercase(id), "b": $nothingLikeIt(id) & $random(), "c": trim(id) }',
      },
      { problem: 'error UNKNOWN_FUNCTION «$nothingLikeIt» There is no function $nothingLikeIt.' },
      {
        problem:
          'error UNKNOWN_FUNCTION «$random» $random cannot be used: a replay would map the same record differently.',
      },
      {
        problem: 'error UNKNOWN_FUNCTION «trim» A function’s name starts with $: $trim.',
        fix: 'Write $trim: { "a": $uperrcase(id), "b": $nothingLikeIt(id) & $random(), "c": $trim(id) }',
      },
    ],
  },
  {
    code: 'WRONG_ARGUMENT',
    mapping:
      '{ "a": $uppercase(amount), "b": $substring(id), "c": $trim(id, 1), "d": $sum(lines.quantity), "e": $substringBefore(":") }',
    expected: [
      {
        problem: 'error WRONG_ARGUMENT «amount» The first argument of $uppercase has to be text, and this is number.',
        fix: 'Turn it into text: { "a": $uppercase($string(amount)), "b": $substring(id), "c": $trim(id, 1), "d": $sum(lines.quantity), "e": $substringBefore(":") }',
      },
      {
        problem:
          'error WRONG_ARGUMENT «$substring(id)» $substring takes (text?, number, number?), and here it gets (text).',
      },
      { problem: 'error WRONG_ARGUMENT «$trim(id, 1)» $trim takes (text?), and here it gets (text, 1).' },
      {
        problem:
          'error WRONG_ARGUMENT «lines.quantity» $sum takes a list of numbers, and its items are decimal text. Use $add for decimal texts.',
      },
      {
        problem:
          'error WRONG_ARGUMENT «$substringBefore(":")» $substringBefore takes (text?, text), and here it gets (":").',
      },
    ],
  },
  {
    code: 'WRONG_OPERAND',
    mapping: '{ "a": lines.(quantity * price), "b": id < isOpen, "c": -id }',
    expected: [
      {
        problem:
          'error WRONG_OPERAND «quantity» * works with numbers, and this is decimal text. Use $add, $multiply and so on, or turn it into a number.',
        fix: 'Turn it into a number: { "a": lines.($number(quantity) * price), "b": id < isOpen, "c": -id }',
      },
      { problem: 'error WRONG_OPERAND «isOpen» < works with numbers and texts, and this is true or false.' },
      { problem: 'error WRONG_OPERAND «id» - works with numbers, and this is text.' },
    ],
  },
  {
    code: 'REPEATED_FIELD',
    mapping: '{ "a": id, "b": 1, "a": 2 }',
    expected: [
      {
        problem:
          'error REPEATED_FIELD «"a"» "a" is written twice in this object, which stops the evaluation. Remove one of them.',
      },
    ],
  },
  {
    code: 'UNKNOWN_SOURCE',
    mapping:
      '{ "a": idd, "b": account.nmae, "c": lines.(name & id), "d": id.x, "e": lines[pahse = "x"].name, "f": ($x := { "y": 1 }; $x.z) }',
    expected: [
      {
        problem: 'error UNKNOWN_SOURCE «idd» There is no field "idd" in Order. Did you mean id?',
        fix: 'Read id: { "a": id, "b": account.nmae, "c": lines.(name & id), "d": id.x, "e": lines[pahse = "x"].name, "f": ($x := { "y": 1 }; $x.z) }',
      },
      {
        problem: 'warning UNKNOWN_SOURCE «nmae» There is no field "nmae" in Account. Did you mean name?',
        fix: 'Read name: { "a": idd, "b": account.name, "c": lines.(name & id), "d": id.x, "e": lines[pahse = "x"].name, "f": ($x := { "y": 1 }; $x.z) }',
      },
      { problem: 'error UNKNOWN_SOURCE «id» There is no field "id" in Line. The input has one: $$.id.' },
      { problem: 'error UNKNOWN_SOURCE «x» There is no field "x" here: the value left over is not an object.' },
      {
        problem: 'error UNKNOWN_SOURCE «pahse» There is no field "pahse" in Line. Did you mean phase?',
        fix: 'Read phase: { "a": idd, "b": account.nmae, "c": lines.(name & id), "d": id.x, "e": lines[phase = "x"].name, "f": ($x := { "y": 1 }; $x.z) }',
      },
      {
        problem: 'error UNKNOWN_SOURCE «z» There is no field "z" here. Did you mean y?',
        fix: 'Read y: { "a": idd, "b": account.nmae, "c": lines.(name & id), "d": id.x, "e": lines[pahse = "x"].name, "f": ($x := { "y": 1 }; $x.y) }',
      },
    ],
  },
];
