import type { JsonSchema } from '../../connector/json-schema.ts';
import { parseMapping, type ParsedMapping } from '../syntax/parse-mapping.ts';
import { compareTarget } from './compare-target.ts';
import { Interpretation, type AnalysisWork } from './interpretation.ts';
import { lineageOfValue, type TargetLineage } from './lineage-of-value.ts';
import { Outline } from './outline.ts';
import type { FoundProblem, MappingProblem, MissingPlace } from './problem.ts';
import { typesOfSchema } from './schema-type.ts';
import { Frame } from './scope.ts';
import { rangeOf } from './site.ts';
import { SourcePath } from './source-path.ts';
import { typeAt, type TypeAt } from './type-at.ts';
import { keyOf } from './unit-run.ts';
import { unknownValue, valueOf, type Type, type Value } from './value.ts';

export interface CheckOptions {
  /** Shape of the input. Without it, source fields are not checked. */
  readonly source?: JsonSchema | undefined;
  /** Shape of the result. Without it, target fields are not checked. */
  readonly target?: JsonSchema | undefined;
  /** The existing variables, without the `$`, with their shapes. Without it, any variable may exist. */
  readonly bindings?: Readonly<Record<string, JsonSchema>> | undefined;
  /** A budget shared by checks that belong together. Without it, only the limits of each check apply. */
  readonly work?: AnalysisWork | undefined;
}

export interface CheckedMapping {
  readonly parsed: ParsedMapping;
  /** What is known about the result; undefined for a text with errors. */
  readonly result: Value | undefined;
  /** In the order of the text. A text that cannot be parsed has only its syntax errors. */
  readonly problems: readonly MappingProblem[];
  /**
   * What the innermost expression at an offset gives. Undefined between expressions and in a text with errors. It is
   * about the text that was checked last.
   */
  typeAt(offset: number): TypeAt | undefined;
  /** Tells where each field of the result comes from. A text with errors has no lineage. */
  lineage(): readonly TargetLineage[];
}

export interface MappingChecker {
  /**
   * Checks a text or a parsed text. It reuses what it knows from the previous one wherever neither the text nor its
   * surroundings have changed.
   */
  check(mapping: string | ParsedMapping): CheckedMapping;
}

/** Checks one mapping repeatedly while it is edited. */
export function createMappingChecker(options: CheckOptions = {}): MappingChecker {
  const input = sourceValue(options.source, undefined);
  const interpretation = new Interpretation(input, options.bindings !== undefined, options.work);
  const outline = new Outline(interpretation, outerFrame(input, options.bindings));
  const expected = options.target === undefined ? [] : typesOfSchema(options.target);
  return {
    check: (mapping) =>
      check(typeof mapping === 'string' ? parseMapping(mapping) : mapping, {
        outline,
        input,
        expected,
        interpretation,
      }),
  };
}

function sourceValue(schema: JsonSchema | undefined, root: string | undefined): Value {
  const site = { start: 0, end: 0, unit: { id: 0, shift: 0 } };
  const known = schema === undefined ? unknownValue : valueOf(typesOfSchema(schema));
  return { ...known, at: [{ path: new SourcePath(root), site }] };
}

/** Variables that flows pass to the mappings they apply. Lineage knows them by name, even without a shape. */
const flowVariables = ['trigger', 'steps', 'flow', 'item', 'index', 'error'];

function outerFrame(input: Value, bindings: CheckOptions['bindings']): Frame {
  const frame = new Frame();
  frame.bind('$', input);
  if (bindings === undefined) {
    for (const name of flowVariables) if (name !== 'error') frame.bind(name, sourceValue(undefined, name));
  } else for (const [name, schema] of Object.entries(bindings)) frame.bind(name, sourceValue(schema, name));
  return frame;
}

interface Checking {
  readonly outline: Outline;
  readonly input: Value;
  readonly expected: readonly Type[];
  readonly interpretation: Interpretation;
}

function check(parsed: ParsedMapping, { outline, input, expected, interpretation }: Checking): CheckedMapping {
  const { ir } = parsed;
  if (ir === undefined) {
    return {
      parsed,
      result: undefined,
      problems: parsed.errors.map(syntaxProblem),
      typeAt: () => undefined,
      lineage: () => [],
    };
  }
  const value = outline.evaluate(parsed.tree.text, ir);
  const site = { start: ir.start, end: ir.end, unit: { id: 0, shift: 0 } };
  const place = { expected, isRequired: false, name: '', site, depth: 0, input };
  const found = interpretation.attempt(
    () => compareTarget(value, place),
    () => [],
  );
  const { runs } = outline;
  const problems = collect(
    [...runs.flatMap((run) => run.problems), ...found],
    new Set(runs.flatMap((run) => [...run.acquitted])),
  );
  return {
    parsed,
    result: value,
    problems,
    typeAt: (offset) => typeAt(outline, ir, value, offset),
    lineage: () => lineageOfValue(value),
  };
}

const syntaxProblem = ({ start, end, message }: ParsedMapping['errors'][number]): MappingProblem => ({
  code: 'SYNTAX',
  severity: 'error',
  range: { start, end },
  message,
});

const placeOf = ({ root, segments }: SourcePath): MissingPlace => ({ root, path: segments });

/**
 * Keeps each problem once, and only problems that occur in every call of a function. A function reads other places in
 * each of its calls, and a missing field may have another suggestion in each. Then the suggestion for one call would spoil the others.
 */
function collect(found: readonly FoundProblem[], acquitted: ReadonlySet<string>): MappingProblem[] {
  const kept = new Map<string, KeptProblem>();
  for (const { code, severity, site, message, fix, paths = [] } of found) {
    const key = keyOf(code, site);
    if (acquitted.has(key)) continue;
    const known = kept.get(key) ?? { problems: new Map(), places: new Set() };
    kept.set(key, known);
    for (const path of paths) known.places.add(path);
    if (known.problems.has(message)) continue;
    const edits = fix?.edits.map((edit) => ({ ...rangeOf(edit), text: edit.text }));
    known.problems.set(message, {
      code,
      severity,
      range: rangeOf(site),
      message,
      ...(fix !== undefined && edits !== undefined && { fix: { title: fix.title, edits } }),
    });
  }
  return [...kept.values()]
    .flatMap(asProblems)
    .toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

interface KeptProblem {
  /** By message. */
  readonly problems: Map<string, MappingProblem>;
  readonly places: Set<SourcePath>;
}

function asProblems({ problems, places }: KeptProblem): MappingProblem[] {
  return [...problems.values()].map((problem) => {
    if (problem.code !== 'UNKNOWN_SOURCE') return problem;
    const { fix, ...rest } = problem;
    return {
      ...rest,
      ...(fix !== undefined && problems.size === 1 && { fix }),
      places: [...places].map(placeOf),
    };
  });
}
