import { parseMapping, type ParsedMapping } from '../syntax/parse-mapping.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { Explanation, Reason } from './explanation.ts';
import { isEmpty } from './fill-rates.ts';
import { lineageOf } from './lineage-of.ts';
import { plainValue } from './plain-value.ts';
import { reasonsFor, reasonsNotReached } from './reasons.ts';
import { nodesBelow, Trace, type TraceNode } from './trace.ts';
import { watchedEvaluation, type Outcome, type SampleOptions } from './watched-evaluation.ts';

/**
 * Explains why a target field is empty for a sample: which step of which path found nothing, which condition or filter
 * decided it, which default applied. `target` lists the names of the field from the outermost object inwards; lists are
 * passed through. Evaluates the mapping once. Never throws; a text that cannot be parsed sets nothing.
 */
export function explainMapping(
  mapping: string | ParsedMapping,
  input: unknown,
  { target, ...sample }: SampleOptions & { readonly target: readonly string[] },
): Explanation {
  const parsed = typeof mapping === 'string' ? parseMapping(mapping) : mapping;
  const ranges = rangesOf(parsed, target, sample.source);
  if (parsed.ir === undefined || ranges.length === 0) {
    return { status: 'unset', ranges: [], evaluated: 0, filled: 0, reasons: [] };
  }
  const trace = new Trace();
  const outcome = watchedEvaluation(parsed, trace.around, sample)(input, sample.bindings);
  const { root } = trace;
  if (root === undefined) return { status: 'empty', ranges, evaluated: 0, filled: 0, reasons: [] };
  return explain(root, ranges, outcome, target);
}

/** The expressions that give a field. If the field is copied as part of a larger value, those that give that value. */
function rangesOf(
  parsed: ParsedMapping,
  target: readonly string[],
  source: SampleOptions['source'],
): readonly TextRange[] {
  const rows = lineageOf(parsed, { source }).map((row) => ({
    names: row.target.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : [])),
    ranges: row.ranges,
  }));
  const isPrefix = (short: readonly string[], long: readonly string[]) =>
    short.every((name, index) => long[index] === name);
  const exact = rows.filter(({ names }) => names.length === target.length && isPrefix(names, target));
  const around = rows.filter(({ names }) => names.length < target.length && isPrefix(names, target));
  return (exact.length > 0 ? exact : around).flatMap(({ ranges }) => ranges);
}

function explain(
  root: TraceNode,
  ranges: readonly TextRange[],
  outcome: Outcome,
  target: readonly string[],
): Explanation {
  const nodes = [...nodesBelow(root)];
  const instances = nodes.filter((node) => ranges.some((range) => isAt(node, range)) && !isInside(node, ranges));
  const failed = instances.find(({ failure }) => failure !== undefined);
  const empty = instances.filter(({ value, failure }) => failure === undefined && isEmpty(plainValue(value)));
  const filled = instances.filter(({ value, failure }) => failure === undefined && !isEmpty(plainValue(value)));
  const counts = { ranges, evaluated: instances.length, filled: filled.length };
  if (failed !== undefined || ('error' in outcome && filled.length === 0))
    return { status: 'failed', ...counts, reasons: [], ...failureIn(outcome) };
  const [first] = empty.length > 0 ? empty : filled;
  if (first === undefined) return { status: 'empty', ...counts, reasons: notReached(nodes, ranges) };
  const reasons = reasonsFor(first);
  if (empty.length > 0) return { status: 'empty', ...counts, reasons };
  if ('result' in outcome && !isThere(outcome.result, target)) {
    return { status: 'empty', ...counts, reasons: notTaken(nodes, target) ?? [dropped(first), ...reasons] };
  }
  return { status: 'filled', ...counts, reasons };
}

const isAt = ({ ir }: TraceNode, { start, end }: TextRange): boolean => ir.start === start && ir.end === end;

/** In a path of one step, the step has the same range as the path. */
const isInside = ({ parent }: TraceNode, ranges: readonly TextRange[]): boolean =>
  parent !== undefined && ranges.some((range) => isAt(parent, range));

function failureIn(outcome: Outcome): Pick<Explanation, 'failure'> {
  if ('result' in outcome) return {};
  const { code, message, range } = outcome.error;
  return { failure: { code, message, ...(range !== undefined && { range }) } };
}

const dropped = ({ ir: { start, end } }: TraceNode): Reason => {
  return { kind: 'dropped', start, end, message: 'It has a value here, which is left out further on.' };
};

/** The value exists, perhaps in a variable, but the field or one around it does not use it. */
function notTaken(nodes: readonly TraceNode[], target: readonly string[]): readonly Reason[] | undefined {
  for (const name of target) {
    const fields = nodes.filter((node) => isField(node, name));
    const [first] = fields;
    if (first !== undefined && fields.every(({ value }) => isEmpty(plainValue(value)))) return reasonsFor(first);
  }
  return undefined;
}

function isField({ ir, parent }: TraceNode, name: string): boolean {
  if (parent?.ir.kind !== 'object') return false;
  return parent.ir.entries.some(({ key, value }) => value === ir && key.kind === 'literal' && key.value === name);
}

/** Explains a field that was never evaluated: finds what kept the evaluation from getting there. */
function notReached(nodes: readonly TraceNode[], ranges: readonly TextRange[]): readonly Reason[] {
  const holds = ({ ir }: TraceNode) => ranges.some(({ start, end }) => ir.start <= start && end <= ir.end);
  // That a function exists says nothing about its body.
  const around = nodes.filter((node) => node.ir.kind !== 'lambda' && holds(node));
  const last = around.findLast((node) => !node.parts.some((part) => around.includes(part)));
  return last === undefined ? [] : reasonsNotReached(last);
}

function isThere(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item) => isThere(item, name === undefined ? [] : [name, ...rest]));
  if (name === undefined) return !isEmpty(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  return isThere((value as Readonly<Record<string, unknown>>)[name], rest);
}
