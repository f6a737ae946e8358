import type { SignatureParameter } from '../syntax/parse-signature.ts';
import { many, mayBeMany, one, present } from './count.ts';
import type { Interpreter } from './interpreter.ts';
import type { KnownFunction } from './known-functions.ts';
import { accepts, lettersOf, matchArguments } from './match-arguments.ts';
import { wrapping, type FoundProblem } from './problem.ts';
import { listItems } from './sequence.ts';
import { typeText } from './type-text.ts';
import { withCount, type FunctionCall, type Value } from './value.ts';

/** Assigns the arguments to parameters, and reports a call that the signature refuses whatever the data. */
export function checkCall(interpreter: Interpreter, known: KnownFunction, call: FunctionCall): readonly Value[] {
  const aligned = matchArguments(known.signature, call.args, call.context);
  if (aligned === undefined) interpreter.report(refusal(known, call));
  else interpreter.acquit('WRONG_ARGUMENT', call.site);
  const { parameters } = known.signature;
  for (const [index, parameter] of parameters.entries()) {
    const at = call.args.indexOf((aligned ?? call.args)[index] as Value);
    const [value, site] = [call.args[at], call.sites[at]];
    if (value === undefined || site === undefined || aligned === undefined) continue;
    const problem = several(known, parameter, value, site) ?? wrongItems(known, parameter, value, site);
    if (problem === undefined) {
      interpreter.acquit('LIST_FOR_ONE', site);
      interpreter.acquit('WRONG_ARGUMENT', site);
    } else interpreter.report(problem);
  }
  return aligned ?? call.args;
}

function refusal(known: KnownFunction, { args, sites, site, context }: FunctionCall): FoundProblem {
  const { parameters } = known.signature;
  const base = { code: 'WRONG_ARGUMENT', severity: 'error', site } as const;
  const wrong = args.findIndex((value, index) => {
    const parameter = parameters[index];
    return parameter !== undefined && !accepts(parameter, lettersOf(value));
  });
  const [value, wanted, at] = [args[wrong], parameters[wrong], sites[wrong]];
  if (value === undefined || wanted === undefined || at === undefined) {
    const wants = parameters.map((parameter) => `${wantedText(parameter)}${suffixOf(parameter)}`).join(', ');
    const gets = args.map((arg) => typeText(arg)).join(', ');
    return { ...base, message: `$${known.name} takes (${wants}), and here it gets (${gets}).` };
  }
  const isFixedByText =
    lettersOf(value) === 'n' &&
    matchArguments(known.signature, args.with(wrong, { ...value, types: [{ kind: 'string' }] }), context) !== undefined;
  return {
    ...base,
    site: at,
    message: `${ordinal(wrong)} of $${known.name} has to be ${wantedText(wanted)}, and this is ${typeText(value)}.`,
    fix: isFixedByText ? { title: 'Turn it into text', edits: wrapping(at, '$string(', ')') } : undefined,
  };
}

/** A function that takes one value fails when it gets several. */
function several(
  known: KnownFunction,
  parameter: SignatureParameter,
  value: Value,
  site: FoundProblem['site'],
): FoundProblem | undefined {
  if (!mayBeMany(value.count) || accepts(parameter, 'a')) return undefined;
  const isAlways = (value.count & one) === 0;
  return {
    code: 'LIST_FOR_ONE',
    severity: isAlways ? 'error' : 'warning',
    site,
    message: `$${known.name} takes one value here, and there ${isAlways ? 'are' : 'may be'} several. Choose one, for example the first with [0].`,
  };
}

function wrongItems(
  known: KnownFunction,
  { subtype, type }: SignatureParameter,
  value: Value,
  site: FoundProblem['site'],
): FoundProblem | undefined {
  if (type !== 'a' || subtype === undefined || subtype.length !== 1) return undefined;
  const items = listItems(withCount(value, present(value.count)));
  const letters = lettersOf(withCount(items, one | (items.count & many)));
  if (items.types.length === 0 || letters.replace('a', '').includes(subtype) || letters.includes('?')) return undefined;
  const item = typeText(withCount(items, one));
  const isDecimal = subtype === 'n' && items.types.every((part) => part.kind === 'string' && part.format === 'decimal');
  return {
    code: 'WRONG_ARGUMENT',
    severity: 'error',
    site,
    message: `$${known.name} takes a list of ${letterTexts[subtype] ?? subtype}s, and its items are ${item}.${isDecimal ? ' Use $add for decimal texts.' : ''}`,
  };
}

/** Types by their signature letters. */
const suffixOf = ({ pattern }: SignatureParameter): string =>
  pattern.endsWith('+') ? '…' : pattern.endsWith('?') ? '?' : '';

const ordinal = (index: number): string => `The ${['first', 'second', 'third', 'fourth'][index] ?? 'last'} argument`;

function wantedText({ type }: SignatureParameter): string {
  const letters = type.startsWith('(') ? type.slice(1, -1).split('') : [type];
  return letters.map((letter) => letterTexts[letter] ?? letter).join(' or ');
}

const letterTexts: Readonly<Record<string, string>> = {
  s: 'text',
  n: 'number',
  b: 'boolean',
  l: 'null',
  o: 'object',
  a: 'list',
  f: 'function',
  j: 'value',
  x: 'value',
};
