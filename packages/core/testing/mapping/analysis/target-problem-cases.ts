import { decimal, money, number, target, text } from './order-schema.ts';
import type { ProblemCase } from './problem-case.ts';

/** Problems in what a text builds. */
export const targetProblemCases: readonly ProblemCase[] = [
  {
    code: 'UNKNOWN_TARGET',
    mapping: '{ "naem": id, "inner": { "other": 1 } }',
    target: target({ name: text, inner: { type: 'object', properties: { x: text } } }),
    expected: [
      {
        problem: 'error UNKNOWN_TARGET «"naem"» The target has no field “naem”. Did you mean name?',
        fix: 'Write name: { "name": id, "inner": { "other": 1 } }',
      },
      { problem: 'warning UNKNOWN_TARGET «"other"» The target has no field “inner.other”. There are: x.' },
    ],
  },
  {
    code: 'READ_ONLY_TARGET',
    mapping: '{ "name": id, "inner": { "balance": 1 } }',
    target: target({ name: text, inner: { type: 'object', properties: { balance: { ...number, readOnly: true } } } }),
    expected: [
      { problem: 'error READ_ONLY_TARGET «"balance"» The target sets “inner.balance” by itself. Leave it out.' },
    ],
  },
  {
    code: 'MISSING_REQUIRED',
    mapping: '{ "a": id /* more */ }',
    target: target({ a: text, id: text, b: text }, ['a', 'id', 'b']),
    expected: [
      {
        problem:
          'error MISSING_REQUIRED «{ "a": id /* more */ }» The target requires “id”, and the mapping does not set it.',
        fix: 'Set id from the input: { "a": id, "id": $$.id /* more */ }',
      },
      {
        problem:
          'error MISSING_REQUIRED «{ "a": id /* more */ }» The target requires “b”, and the mapping does not set it.',
      },
    ],
  },
  {
    code: 'POSSIBLY_EMPTY',
    mapping: '{ "a": note, "b": lines[0].phase, "c": isOpen ? "x", "d": nickname, "e": $error("no") }',
    target: target({ a: text, b: text, c: text, d: text, e: text }, ['a', 'b', 'c', 'd', 'e']),
    expected: [
      {
        problem:
          'warning POSSIBLY_EMPTY «note» “a” is required, and here it may be empty. Say what to use instead, or stop the record with $required.',
      },
      {
        problem:
          'warning POSSIBLY_EMPTY «lines[0].phase» “b” is required, and here it may be empty. Say what to use instead, or stop the record with $required.',
      },
      {
        problem:
          'warning POSSIBLY_EMPTY «isOpen ? "x"» “c” is required, and here it may be empty. Say what to use instead, or stop the record with $required.',
      },
      {
        problem:
          'warning POSSIBLY_EMPTY «nickname» “d” is required, and here it may be null. Say what to use instead, or stop the record with $required.',
      },
    ],
  },
  {
    code: 'WRONG_TYPE',
    mapping:
      '{ "a": amount, "b": amount, "c": lines.quantity[0], "d": isOpen, "e": account, "f": $trim, "g": isOpen ? id : 1 }',
    target: target({ a: text, b: decimal, c: number, d: text, e: text, f: text, g: text }),
    expected: [
      {
        problem: 'error WRONG_TYPE «amount» “a” takes text, and this is number.',
        fix: 'Turn it into text: { "a": $string(amount), "b": amount, "c": lines.quantity[0], "d": isOpen, "e": account, "f": $trim, "g": isOpen ? id : 1 }',
      },
      {
        problem: 'error WRONG_TYPE «amount» “b” takes decimal text, and this is number.',
        fix: 'Turn it into a decimal text: { "a": amount, "b": $decimal(amount), "c": lines.quantity[0], "d": isOpen, "e": account, "f": $trim, "g": isOpen ? id : 1 }',
      },
      {
        problem: 'error WRONG_TYPE «lines.quantity[0]» “c” takes number, and this is decimal text.',
        fix: 'Turn it into a number: { "a": amount, "b": amount, "c": $number(lines.quantity[0]), "d": isOpen, "e": account, "f": $trim, "g": isOpen ? id : 1 }',
      },
      { problem: 'error WRONG_TYPE «isOpen» “d” takes text, and this is true or false.' },
      { problem: 'error WRONG_TYPE «account» “e” takes text, and this is Account.' },
      { problem: 'error WRONG_TYPE «$trim» “f” takes text, and this is function.' },
      {
        problem: 'warning WRONG_TYPE «isOpen ? id : 1» “g” takes text, and this is 1.',
        fix: 'Turn it into text: { "a": amount, "b": amount, "c": lines.quantity[0], "d": isOpen, "e": account, "f": $trim, "g": $string(isOpen ? id : 1) }',
      },
    ],
  },
  {
    code: 'WRONG_FORMAT',
    mapping: '{ "a": changedAt, "b": closedOn, "c": id }',
    target: target({
      a: { type: 'string', format: 'date' },
      b: { type: 'string', format: 'date-time' },
      c: { type: 'string', format: 'date' },
    }),
    expected: [
      {
        problem: 'error WRONG_FORMAT «changedAt» “a” takes date, and this is instant.',
        fix: 'Take the date: { "a": $date(changedAt), "b": closedOn, "c": id }',
      },
      { problem: 'error WRONG_FORMAT «closedOn» “b” takes instant, and this is date.' },
    ],
  },
  {
    code: 'WRONG_VALUE',
    mapping: '{ "a": "EURO", "b": kind, "c": "buy", "d": 1.5, "e": "2026-1-1", "f": -1, "g": "much too long" }',
    target: target({
      a: { type: 'string', pattern: '^[A-Z]{3}$' },
      b: { enum: ['sale', 'lease'] },
      c: { enum: ['sale', 'lease'] },
      d: { type: 'integer' },
      e: { type: 'string', format: 'date' },
      f: { type: 'number', minimum: 0 },
      g: { type: 'string', maxLength: 5 },
    }),
    expected: [
      { problem: 'error WRONG_VALUE «"EURO"» “a” takes currency code, and this is "EURO".' },
      { problem: 'warning WRONG_VALUE «kind» “b” takes "sale", "lease", and this may be "gift".' },
      { problem: 'error WRONG_VALUE «"buy"» “c” takes "sale", "lease", and this is "buy".' },
      { problem: 'error WRONG_VALUE «1.5» “d” takes whole numbers, and this is 1.5.' },
      { problem: 'error WRONG_VALUE «"2026-1-1"» “e” takes date, and this is "2026-1-1".' },
      { problem: 'error WRONG_VALUE «-1» “f” takes 0 and more, and this is -1.' },
      { problem: 'error WRONG_VALUE «"much too long"» “g” takes at most 5 characters, and this is "much too long".' },
    ],
  },
  {
    code: 'LIST_FOR_ONE',
    mapping: '{ "a": lines.name, "b": [id], "c": $uppercase(lines.name), "d": lines[0].name }',
    target: target({ a: text, b: text, c: text, d: text }),
    expected: [
      {
        problem:
          'warning LIST_FOR_ONE «lines.name» “a” takes one value, and here there may be several. Choose one, for example the first.',
        fix: 'Take the first: { "a": (lines.name)[0], "b": [id], "c": $uppercase(lines.name), "d": lines[0].name }',
      },
      {
        problem:
          'error LIST_FOR_ONE «[id]» “b” takes one value, and here there are several or a list. Choose one, for example the first.',
        fix: 'Take the first: { "a": lines.name, "b": ([id])[0], "c": $uppercase(lines.name), "d": lines[0].name }',
      },
      {
        problem:
          'warning LIST_FOR_ONE «lines.name» $uppercase takes one value here, and there may be several. Choose one, for example the first with [0].',
      },
    ],
  },
  {
    code: 'ONE_FOR_LIST',
    mapping:
      '{ "a": lines.name, "b": id, "c": [lines.name], "d": lines.name[], "e": lines, "f": lines[price > 1], "g": $map(lines, function($l) { $l.name }) }',
    target: target(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [name, { type: 'array' }]))),
    expected: [
      {
        problem:
          'warning ONE_FOR_LIST «lines.name» “a” is a list, and where there is only one item it will not be one. Put it in [ ].',
        fix: 'Make it a list: { "a": [lines.name], "b": id, "c": [lines.name], "d": lines.name[], "e": lines, "f": lines[price > 1], "g": $map(lines, function($l) { $l.name }) }',
      },
      {
        problem: 'error ONE_FOR_LIST «id» “b” is a list, and here is one value. Put it in [ ].',
        fix: 'Make it a list: { "a": lines.name, "b": [id], "c": [lines.name], "d": lines.name[], "e": lines, "f": lines[price > 1], "g": $map(lines, function($l) { $l.name }) }',
      },
      {
        problem:
          'warning ONE_FOR_LIST «lines[price > 1]» “f” is a list, and where there is only one item it will not be one. Put it in [ ].',
        fix: 'Make it a list: { "a": lines.name, "b": id, "c": [lines.name], "d": lines.name[], "e": lines, "f": [lines[price > 1]], "g": $map(lines, function($l) { $l.name }) }',
      },
      {
        problem:
          'warning ONE_FOR_LIST «$map(lines, function($l) { $l.name })» “g” is a list, and where there is only one item it will not be one. Put it in [ ].',
        fix: 'Make it a list: { "a": lines.name, "b": id, "c": [lines.name], "d": lines.name[], "e": lines, "f": lines[price > 1], "g": [$map(lines, function($l) { $l.name })] }',
      },
    ],
  },
  {
    code: 'UNIT_MISMATCH',
    mapping:
      '{ "a": hours, "b": minutes, "c": share, "d": total, "e": total, "f": amount, "g": $hoursToMinutes(minutes), "h": $hoursToMinutes(hours) }',
    target: target({
      a: { type: 'integer', 'x-unit': 'minute' },
      b: { ...decimal, 'x-unit': 'hour' },
      c: { type: 'number', 'x-unit': 'percent' },
      d: { type: 'integer', 'x-unit': 'minor' },
      e: number,
      f: money,
      g: { type: 'integer', 'x-unit': 'minute' },
      h: { type: 'integer', 'x-unit': 'minute' },
    }),
    expected: [
      {
        problem: 'error UNIT_MISMATCH «hours» “a” takes minutes, and this is in hours. Use $hoursToMinutes.',
        fix: 'Convert to minutes: { "a": $hoursToMinutes(hours), "b": minutes, "c": share, "d": total, "e": total, "f": amount, "g": $hoursToMinutes(minutes), "h": $hoursToMinutes(hours) }',
      },
      {
        problem: 'error UNIT_MISMATCH «minutes» “b” takes hours, and this is in minutes. Use $minutesToHours.',
        fix: 'Convert to hours: { "a": hours, "b": $minutesToHours(minutes), "c": share, "d": total, "e": total, "f": amount, "g": $hoursToMinutes(minutes), "h": $hoursToMinutes(hours) }',
      },
      { problem: 'error UNIT_MISMATCH «share» “c” takes percent, and this is in fraction of one.' },
      {
        problem:
          'error UNIT_MISMATCH «total» “d” takes minor units, such as cents, and this is money. Use $minorUnits.',
        fix: 'Take it in minor units: { "a": hours, "b": minutes, "c": share, "d": $minorUnits(total), "e": total, "f": amount, "g": $hoursToMinutes(minutes), "h": $hoursToMinutes(hours) }',
      },
      {
        problem: 'error UNIT_MISMATCH «total» “e” takes number, and this is money: an amount with its currency.',
        fix: 'Take the amount: { "a": hours, "b": minutes, "c": share, "d": total, "e": $number((total).amount), "f": amount, "g": $hoursToMinutes(minutes), "h": $hoursToMinutes(hours) }',
      },
      { problem: 'error UNIT_MISMATCH «amount» “f” takes money, and this is number. Use $money with a currency.' },
      { problem: 'error UNIT_MISMATCH «minutes» $hoursToMinutes takes hours, and this is in minutes.' },
    ],
  },
];
