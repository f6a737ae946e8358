import { touch } from '../work-meter.ts';
import { compareScalar, type Finding } from './compare-scalar.ts';
import { isAlwaysNone, mayBeMany, mayBeNone, one } from './count.ts';
import { accessField } from './field-access.ts';
import { isMoneyType } from './domain-results.ts';
import { wrapping, type FoundProblem, type MappingProblem } from './problem.ts';
import { missingFields, unknownField } from './compare-fields.ts';
import { flatten, itemOf } from './sequence.ts';
import type { Site } from './site.ts';
import { type ListType, type ObjectType, type Type, type Value } from './value.ts';

/** The place in the target to which a value goes. */
export interface Place {
  /** The types that the target accepts there. Empty means anything. */
  readonly expected: readonly Type[];
  readonly isRequired: boolean;
  /** Names from the target's root, for sentences. Empty for the result itself. */
  readonly name: string;
  /** The range for problems that have no more precise one. */
  readonly site: Site;
  /** The number of objects around it. */
  readonly depth: number;
  /** The whole mapping's input, for suggestions. */
  readonly input: Value;
}

/** Deeper fields are not compared, because schemas may be recursive. */
const maxDepth = 12;

/**
 * Problems found earlier in fields of the result. A value stays the same object as long as nothing that it is made of
 * has changed.
 */
const known = new WeakMap<Value, { readonly place: Place; readonly problems: readonly FoundProblem[] }>();

/** Finds what is wrong with a value at its place in the target. Says nothing about unknown parts. */
export function compareTarget(value: Value, place: Place): readonly FoundProblem[] {
  if (place.depth !== 1) return place.depth > maxDepth ? [] : compare(value, place);
  const before = known.get(value);
  if (before !== undefined && isSamePlace(before.place, place)) return before.problems;
  const problems = compare(value, place);
  known.set(value, { place, problems });
  return problems;
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.expected === b.expected &&
  a.isRequired === b.isRequired &&
  a.name === b.name &&
  a.input === b.input &&
  a.site.unit === b.site.unit &&
  a.site.start === b.site.start &&
  a.site.end === b.site.end;

function compare(value: Value, place: Place): FoundProblem[] {
  const { expected } = place;
  if (value.count === 0 || expected.length === 0 || expected.some(({ kind }) => kind === 'unknown')) return [];
  const problems = emptiness(value, place);
  if (isAlwaysNone(value.count)) return problems;
  const lists = expected.filter((type) => type.kind === 'list');
  if (lists.length === 0) problems.push(...oneValue(value, place));
  else if (lists.length === expected.filter(({ kind }) => kind !== 'null').length) {
    problems.push(...listValue(value, lists, place));
  }
  return problems;
}

function problemAt(
  { site }: Pick<Place, 'site'>,
  code: FoundProblem['code'],
  severity: MappingProblem['severity'],
  message: string,
  fix?: FoundProblem['fix'],
): FoundProblem {
  return { code, severity, site, message, fix };
}

const subject = ({ name }: Place): string => (name === '' ? 'The result' : `“${name}”`);

function emptiness(value: Value, place: Place): FoundProblem[] {
  if (!place.isRequired) return [];
  if (mayBeNone(value.count)) {
    const isAlways = isAlwaysNone(value.count);
    const message = isAlways
      ? `${subject(place)} is required, and here it is always empty.`
      : `${subject(place)} is required, and here it may be empty. Say what to use instead, or stop the record with $required.`;
    return [problemAt(place, 'POSSIBLY_EMPTY', isAlways ? 'error' : 'warning', message)];
  }
  const isNull = value.types.some(({ kind }) => kind === 'null');
  if (!isNull || mayBeMany(value.count) || place.expected.some(({ kind }) => kind === 'null')) return [];
  const message = `${subject(place)} is required, and here it may be null. Say what to use instead, or stop the record with $required.`;
  return [problemAt(place, 'POSSIBLY_EMPTY', 'warning', message)];
}

/**
 * Checks a place that takes one value. The result as a whole may be several values, because whoever applies the mapping
 * takes them one by one.
 */
function oneValue(value: Value, place: Place): FoundProblem[] {
  const lists = value.types.filter((type) => type.kind === 'list');
  const isWhole = place.name === '';
  const isAlways = (value.count & one) === 0 || lists.length === value.types.length;
  const isSeveral = mayBeMany(value.count) || lists.length > 0;
  if (!isSeveral || isWhole) return alternatives(itemOf(flatten(value)), place);
  const count = isAlways ? 'there are several or a list' : 'there may be several';
  const message = `${subject(place)} takes one value, and here ${count}. Choose one, for example the first.`;
  const fix = { title: 'Take the first', edits: wrapping(place.site, '(', ')[0]') };
  const problem = problemAt(place, 'LIST_FOR_ONE', isAlways ? 'error' : 'warning', message, fix);
  return [problem, ...alternatives(itemOf(flatten(value)), { ...place, isRequired: false })];
}

function listValue(value: Value, lists: readonly ListType[], place: Place): FoundProblem[] {
  const items = flatten(value);
  const expected = lists.flatMap((list) => [...list.items.types]);
  const inner = { ...place, expected, isRequired: false, name: `${place.name}[]` };
  const problems = items.types.length === 0 ? [] : alternatives(itemOf(items), inner);
  const singles = value.types.filter(({ kind }) => kind !== 'list' && kind !== 'null');
  const isUnknown = singles.some(({ kind }) => kind === 'unknown');
  if (place.name === '' || singles.length === 0 || isUnknown || (value.count & one) === 0) return problems;
  const isAlways = !mayBeMany(value.count) && singles.length === value.types.length;
  const message = isAlways
    ? `${subject(place)} is a list, and here is one value. Put it in [ ].`
    : `${subject(place)} is a list, and where there is only one item it will not be one. Put it in [ ].`;
  const fix = { title: 'Make it a list', edits: wrapping(place.site, '[', ']') };
  return [problemAt(place, 'ONE_FOR_LIST', isAlways ? 'error' : 'warning', message, fix), ...problems];
}

/** Checks that the target accepts every type that a single value may have. */
function alternatives(value: Value, place: Place): FoundProblem[] {
  const known = value.types.filter(({ kind }) => kind !== 'unknown' && kind !== 'null');
  const failures: Finding[] = [];
  const problems: FoundProblem[] = [];
  for (const type of known) {
    const verdict = verdictOn(type, { ...value, types: [type], count: one }, place);
    problems.push(...verdict.problems);
    if (verdict.finding !== undefined) failures.push(verdict.finding);
  }
  const [first] = failures;
  if (first === undefined) return problems;
  const isCertain = failures.length === value.types.length && first.isCertain;
  const severity = isCertain ? 'error' : 'warning';
  return [
    problemAt(place, first.code, severity, `${subject(place)} ${first.text}`, first.fix?.(place.site)),
    ...problems,
  ];
}

interface Verdict {
  readonly finding?: Finding;
  readonly problems: readonly FoundProblem[];
}

/** The best match of one type among the expected types. */
function verdictOn(type: Type, value: Value, place: Place): Verdict {
  let best: Verdict | undefined;
  for (const expected of place.expected) {
    if (expected.kind === 'null') continue;
    const verdict = against(type, expected, value, place);
    if (verdict.finding === undefined && verdict.problems.length === 0) return verdict;
    if (best === undefined || weightOf(verdict) < weightOf(best)) best = verdict;
  }
  return best ?? { problems: [] };
}

const weightOf = ({ finding, problems }: Verdict): number => (finding === undefined ? 0 : 1000) + problems.length;

function against(type: Type, expected: Type, value: Value, place: Place): Verdict {
  if (type.kind === 'object' && expected.kind === 'object') {
    return { problems: objectProblems(type, expected, value, place) };
  }
  if (type.kind === 'list' && expected.kind === 'list') {
    return { problems: listValue(value, [expected], place) };
  }
  const finding = compareScalar(type, expected, isMoneyType);
  return finding === undefined ? { problems: [] } : { finding, problems: [] };
}

function objectProblems(type: ObjectType, expected: ObjectType, value: Value, place: Place): FoundProblem[] {
  touch(type.fields.size);
  const problems: FoundProblem[] = [];
  for (const [name, field] of type.fields) {
    const path = place.name === '' ? name : `${place.name}.${name}`;
    const wanted = expected.fields.get(name);
    if (wanted === undefined) {
      problems.push(...unknownField({ name, path, field, expected, type, site: place.site }));
      continue;
    }
    if (wanted.isReadOnly === true) {
      const message = `The target sets “${path}” by itself. Leave it out.`;
      problems.push({ code: 'READ_ONLY_TARGET', severity: 'error', site: field.key ?? place.site, message });
      continue;
    }
    const inner = accessField(value, name).value;
    const site = field.site ?? place.site;
    const isRequired = wanted.value.count === one;
    problems.push(
      ...compareTarget(inner, {
        ...place,
        expected: wanted.value.types,
        isRequired,
        name: path,
        site,
        depth: place.depth + 1,
      }),
    );
  }
  return [...problems, ...missingFields(type, expected, place)];
}
