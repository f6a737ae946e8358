import type { NameIr } from '../syntax/ir.ts';
import { accessField, extend, fieldCount, fieldNames, isOnlyDeclared } from './field-access.ts';
import type { Interpreter } from './interpreter.ts';
import { mayCompare } from '../work-meter.ts';
import { nearestNames } from '../functions/nearest-names.ts';
import { suggestion } from './suggestion.ts';
import { pathName } from '../path-name.ts';
import { flatten } from './sequence.ts';
import { unknownValue, type Value } from './value.ts';

/** Reads a field name as a step. Reports a field that no alternative has. */
export function readName(interpreter: Interpreter, step: NameIr, item: Value): Value {
  const { value, isKnownAbsent } = accessField(item, step.name);
  const site = interpreter.site(step);
  if (!isKnownAbsent) {
    interpreter.acquit('UNKNOWN_SOURCE', site);
    return value;
  }
  const names = mayCompare(fieldCount(item)) ? fieldNames(item) : [];
  const [near, ...others] = nearestNames(step.name, names);
  interpreter.report({
    code: 'UNKNOWN_SOURCE',
    severity: isOnlyDeclared(item) ? 'warning' : 'error',
    site,
    message: `There is no field "${step.name}" ${ownerOf(item)}. ${hint(interpreter, step.name, names)}`.trimEnd(),
    ...(near !== undefined &&
      others.length === 0 && {
        fix: { title: `Read ${near}`, edits: [{ ...site, text: pathName(near) }] },
      }),
    paths: item.at.map(({ path }) => path.field(step.name)),
  });
  // The problem was reported. Nothing further may follow from it.
  return { ...unknownValue, at: extend(item.at, (path) => path.field(step.name)), through: value.through };
}

function ownerOf(item: Value): string {
  const types = flatten(item).types;
  const titles = new Set(types.flatMap((type) => (type.kind === 'object' && type.title ? [type.title] : [])));
  if (titles.size > 0) return `in ${[...titles].join(' or ')}`;
  return types.some(({ kind }) => kind === 'object') ? 'here' : 'here: the value left over is not an object';
}

function hint(interpreter: Interpreter, name: string, names: readonly string[]): string {
  const { isKnownAbsent } = accessField(interpreter.input, name);
  const isOutside =
    !isKnownAbsent &&
    mayCompare(fieldCount(interpreter.input)) &&
    fieldNames(interpreter.input).includes(name) &&
    !names.includes(name);
  return isOutside ? `The input has one: $$.${pathName(name)}.` : suggestion(name, names);
}
