import { validateMapping } from '../../src/flow/validate-mapping.ts';
import { validateValueMap } from '../../src/flow/validate-value-map.ts';
import { edited, spoilt, type Edits, type ProblemCase } from './problem-case.ts';
import { sampleContext } from './sample-flow.ts';

const soundMapping = {
  format: 1,
  text: '{ "a": Name }',
  source: { kind: 'object', system: 'sales', object: 'Deal' },
  target: { kind: 'any' },
  tests: [],
};

const mapping = (edits: Edits, expected: readonly string[]): ProblemCase => ({
  problems: () => validateMapping(edited(soundMapping, edits), sampleContext),
  expected,
});

const valueMap = (document: unknown, expected: readonly string[]): ProblemCase => ({
  problems: () => validateValueMap(document),
  expected,
});

/** Documents of the wrong shape or format, mappings and value maps. */
export const documentCases: Readonly<Record<string, ProblemCase>> = {
  'a flow of a format from the future': spoilt({ '/format': 3 }, [
    'error FORMAT_UNKNOWN /format: This flow has format 3; this version of Throughline knows formats up to 2. Upgrade Throughline, or export the flow from the version that wrote it in an older format.',
  ]),
  'a flow without format': spoilt({ '/format': undefined }, [
    'error NOT_FILLED_IN /format: "format" is missing. Add it.',
  ]),
  'a misspelt field': spoilt({ '/body/0/config/includes': [] }, [
    'error UNKNOWN_FIELD_IN_DOCUMENT /body/0/config/includes [readDeal]: The step "Read deal" has no field "includes". Remove it, or check its spelling.',
  ]),
  'a missing field': spoilt({ '/body/0/config/object': undefined }, [
    'error NOT_FILLED_IN /body/0/config/object [readDeal]: "Object" of "Read deal" is missing. Add it.',
  ]),
  'a wrong type': spoilt({ '/body/2/config/chunkSize': '50' }, [
    'error SHAPE /body/2/config/chunkSize [eachLine]: "Items per chunk" of "Each line" has to be a number, not text.',
  ]),
  'a number out of range': spoilt({ '/body/2/config/concurrency': 50 }, [
    'error SHAPE /body/2/config/concurrency [eachLine]: "At the same time" of "Each line" has to be at most 20.',
  ]),
  'an unknown step kind': spoilt({ '/body/0/kind': 'transform' }, [
    'error SHAPE /body/0/kind [readDeal]: "Kind" of "Read deal" is "transform", which is not one of the possible kinds (map, check, branch, parallel, for-each, lookup, read, write, publish, wait, approve, notify, call, respond, raise).',
  ]),
  'an invalid choice': spoilt({ '/body/0/config/onMissing': 'ignore' }, [
    'error SHAPE /body/0/config/onMissing [readDeal]: "When there is none" of "Read deal" has to be "fail" or "null", not "ignore".',
  ]),
  'an invalid name': spoilt({ '/body/0/id': 'Read deal' }, [
    'error SHAPE /body/0/id [Read deal]: "Id" of "Read deal": Use letters and digits, starting with a lower-case letter.',
  ]),
  'an empty list': spoilt({ '/body/1/config/cases': [] }, [
    'error SHAPE /body/1/config/cases [route]: "Cases" of "Big?" is too short: A branch needs at least one case.',
  ]),
  'several at once': spoilt(
    {
      '/settings/timeout': '5 minutes',
      '/body/1/bodies/big/0/config/key': '',
    },
    [
      'error NOT_FILLED_IN /body/1/bodies/big/0/config/key/value [look]: "Key" of "Look up" is not filled in yet. Fill it in.',
      'error SHAPE /settings/timeout: "Timeout" of the flow settings: Use an ISO 8601 duration such as PT30S, PT5M or P2D.',
    ],
  ),
  'a duration beyond all time stamps': spoilt({ '/settings/retention': 'PT99999999H' }, [
    'error SHAPE /settings/retention: "Retention" of the flow settings: Use a duration of at most 365,000 days (1,000 years).',
  ]),
  'a mapping that cannot be read': mapping({ '/text': '{ "a": $sume(Name' }, [
    'error EXPRESSION_SYNTAX /text: Line 1, column 18: The text ends where a ) is expected. Correct the expression there.',
  ]),
  'a mapping with an unknown function': mapping({ '/text': '$sume(Amount)' }, [
    'error UNKNOWN_FUNCTION /text: There is no function $sume. Did you mean "sum"?',
  ]),
  'a mapping that reads a field nobody has': mapping({ '/text': '{ "a": Nmae }' }, [
    'warning MAPPING_SHAPE /text: There is no field "Nmae" here. Did you mean Name?',
  ]),
  'a mapping that fails on what it reads': mapping({ '/text': '{ "a": -Name, "b": $sum(Name, 1) }' }, [
    'error MAPPING_SHAPE /text: - works with numbers, and this is text.',
    'error MAPPING_SHAPE /text: $sum takes (list), and here it gets (text, 1).',
  ]),
  'a mapping with an unknown value map': mapping({ '/text': '$valueMap("gone", Name)' }, [
    'error UNKNOWN_VALUE_MAP /text: There is no value map "gone". Known: terms.',
  ]),
  'a mapping of an unknown object': mapping({ '/source/object': 'Deals' }, [
    'error UNKNOWN_SCHEMA /source/object: Sample Sales has no object "Deals". Known: Deal, Line.',
  ]),
  'a mapping of the wrong shape': mapping({ '/tests': [{ input: 1 }] }, [
    'error NOT_FILLED_IN /tests/0/name: "tests[0].name" is missing. Add it.',
  ]),
  'a value map with a key twice': valueMap(
    {
      format: 1,
      entries: [
        { key: 'a', value: 1 },
        { key: 'a', value: 2 },
      ],
    },
    ['error DUPLICATE_KEY /entries/1/key: Row 2 has the key "a" of row 1. Keep one of them.'],
  ),
  'a value map with a key that has no value yet': valueMap({ format: 1, entries: [{ key: 'a', value: '' }] }, [
    'warning EMPTY_VALUE /entries/0/value: Row 1 has no value for the key "a", so that a record with it gets an empty text. Give it one, or remove the row.',
  ]),
  'a value map with a row without a key': valueMap({ format: 1, entries: [{ key: '', value: 'x' }] }, [
    'warning EMPTY_KEY /entries/0/key: Row 1 has no key, so that only an empty text finds it. Give it one, or remove the row.',
  ]),
  'a value map of the wrong shape': valueMap({ format: 1, entries: [{ key: 'a', value: [] }] }, [
    'error SHAPE /entries/0/value: "entries[0].value" is [], which is not one of the possible kinds.',
  ]),
  'a value map from the future': valueMap({ format: 9, entries: [] }, [
    'error FORMAT_UNKNOWN /format: This value map has format 9; this version of Throughline knows formats up to 1. Upgrade Throughline, or export the value map from the version that wrote it in an older format.',
  ]),
};
