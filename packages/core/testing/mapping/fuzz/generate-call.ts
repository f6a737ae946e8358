import { builtinCalls, type BuiltinCall, type ParameterCode } from './builtin-calls.ts';
import { functionOf } from './generate-function.ts';
import { numberLiteral, textLiteral } from './generate-leaf.ts';
import * as samples from './samples.ts';
import { anyShape, booleanShape, listOf, numberShape, textShape, type Shape, type ShapeKind } from './shape.ts';
import { at, atom, inside, levels, type Piece, type Site } from './site.ts';
import type { Random } from './random.ts';

const shapes: Readonly<Record<string, Shape>> = {
  n: numberShape,
  s: textShape,
  b: booleanShape,
  l: listOf(anyShape),
  o: { kind: 'object', fields: {} },
  x: anyShape,
};

const callsBy: Readonly<Record<ShapeKind, readonly BuiltinCall[]>> = {
  number: callsGiving('n'),
  text: callsGiving('s'),
  boolean: callsGiving('b'),
  list: callsGiving('l'),
  object: callsGiving('o'),
  any: builtinCalls,
  function: [],
};

/** A call of a builtin, or of a function in a variable. */
export function call(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  const functions = site.variables.filter(({ parameters }) => parameters !== undefined);
  if (functions.length > 0 && random.chance(45)) return callVariable(site);
  const calls = callsBy[want];
  if (calls.length === 0) return callVariable(site);
  const chosen = random.pick(calls);
  const args = argumentsOf(site, chosen);
  // Too few arguments, too many, or the first one left to the context.
  if (random.chance(3)) args.pop();
  if (random.chance(2)) args.push('1');
  const text = random.chance(2) ? `${chosen.name}(${args.join(', ')})` : `$${chosen.name}(${args.join(', ')})`;
  return atom(text, resultShape(chosen, site));
}

/** A call whose first argument comes from outside: after `.` or `~>`. */
export function callOnContext(site: Site, context: Shape): Piece {
  const { random } = site;
  const codes: Readonly<Record<string, string>> = {
    number: 'nix',
    text: 'sxtr',
    list: 'lxNSO',
    object: 'ox',
    boolean: 'bx',
  };
  const fitting = builtinCalls.filter(({ required: [first = ''] }) => codes[context.kind]?.includes(first) ?? true);
  const chosen = random.pick(random.chance(92) && fitting.length > 0 ? fitting : builtinCalls);
  return atom(`$${chosen.name}(${argumentsOf(site, chosen).slice(1).join(', ')})`, resultShape(chosen, site));
}

function callVariable(site: Site): Piece {
  const { random } = site;
  const variables = site.variables.filter(({ parameters }) => parameters !== undefined);
  if (variables.length === 0) return atom(`$string(${site.grow(inside(site), 'any').text})`, textShape);
  const { name, parameters = [], result = anyShape } = random.pick(variables);
  const args = parameters.map((shape) => argumentText(site, shape.kind));
  if (random.chance(6)) args.pop();
  return atom(`$${name}(${args.join(', ')})`, result);
}

function argumentsOf(site: Site, { required, optional }: BuiltinCall): string[] {
  const { random } = site;
  const codes = [...required, ...optional.slice(0, random.below(optional.length + 1))];
  return codes.map((code) => (random.chance(3) ? argumentText(site, 'any') : argument(site, code)));
}

const argumentText = (site: Site, want: ShapeKind): string => at(levels.bind + 1, site.grow(inside(site), want));

const kindOf: Readonly<Record<ParameterCode, ShapeKind>> = {
  n: 'number',
  s: 'text',
  b: 'boolean',
  x: 'any',
  l: 'list',
  N: 'list',
  S: 'list',
  O: 'list',
  o: 'object',
};

function argument(site: Site, code: ParameterCode): string {
  const { random } = site;
  switch (code) {
    case 'i':
      return numberLiteral(random, samples.smallNumbers).text;
    case 'f':
    case 'g':
      return functionOf(
        inside(site),
        code === 'f' ? random.pick([1, 1, 1, 2, 3]) : random.pick([2, 2, 2, 3, 4]),
        anyShape,
      ).text;
    case 'R':
      return random.pick(samples.regexes);
    case 'r':
      return random.chance(50) ? random.pick(samples.regexes) : textLiteral(random, samples.texts).text;
    case 'M':
      return replacement(site);
    case 't':
      return random.chance(40) ? timestamp(random) : argumentText(site, 'text');
    case 'o':
      return random.chance(20) ? formatOptions(random) : argumentText(site, 'object');
    default:
      return picture(random, code) ?? listArgument(site, code);
  }
}

function picture(random: Random, code: ParameterCode): string | undefined {
  const pool = { d: samples.datePictures, z: samples.timezones, I: samples.integerPictures, P: samples.numberPictures }[
    code
  ];
  return pool === undefined ? undefined : JSON.stringify(random.pick(pool));
}

/** Most list functions require lists of one type, which random data seldom contains. */
function listArgument(site: Site, code: ParameterCode): string {
  const { random } = site;
  if (!'NSO'.includes(code) || random.chance(50)) return argumentText(site, kindOf[code] ?? 'any');
  const kind = { N: 'number', S: 'text', O: 'object' }[code] as ShapeKind;
  return `[${random.several(0, 3, () => argumentText(site, kind)).join(', ')}]`;
}

function replacement(site: Site): string {
  const { random } = site;
  if (random.chance(30))
    return random.pick(['function($m){$uppercase($m.match)}', 'function($m){$m.groups[0]}', '$string', 'λ($m){1}']);
  return random.chance(60)
    ? random.pick(['"-"', '"$1"', '"$0$0"', '"$$"', '"$2-$1"', '"[$12]"', '"$"', '"$a"', '""', '"$01"'])
    : textLiteral(random, samples.texts).text;
}

const timestamp = (random: Random): string =>
  JSON.stringify(random.pick(samples.texts.filter((text) => /^\d{4}|^\d\d[:/r]/.test(text))));

const formatOptions = (random: Random): string =>
  random.pick([
    '{"decimal-separator": ",", "grouping-separator": "."}',
    '{"zero-digit": "٠"}',
    '{"minus-sign": "~", "percent": "pc"}',
    '{"digit": "d", "pattern-separator": "|"}',
    '{"exponent-separator": "E"}',
  ]);

function resultShape({ result, required }: BuiltinCall, { context }: Site): Shape {
  if (result !== 'l' || required[0] !== 'l') return shapes[result] ?? anyShape;
  return listOf(context.kind === 'object' ? context : anyShape);
}

function callsGiving(result: string): readonly BuiltinCall[] {
  return builtinCalls.filter((call) => call.result === result || ['single', 'reduce', 'append'].includes(call.name));
}
