import type { Ir } from '../syntax/ir.ts';
import { anyData, canBe, kinds, type Operand } from './operand.ts';
import { isListExpected, ownerOf, readName } from './read-name.ts';
import type { Site } from './site.ts';

/**
 * Emits `a.b.c` as JavaScript's own field access. Undefined where samples say that there is a list on the way. An
 * unexpected list is handled by the engine's operation for such paths, or by the closures if there is `[]`, which that
 * operation does not know.
 */
export function emitNames(
  names: readonly string[],
  owner: Operand,
  site: Site,
  keepsSingleton = false,
): Operand | undefined {
  const { program } = site;
  if (owner.isGathered === true || isListExpected(owner)) return undefined;
  const owners: Operand[] = [];
  let value = owner;
  for (const name of names) {
    if (value !== owner && isListExpected(value)) return undefined;
    const record = ownerOf(program, value);
    owners.push(record);
    value = readName(program, record, name);
  }
  const lists = owners.filter((each) => canBe(each, kinds.list)).map(({ code }) => `Array.isArray(${code})`);
  if (lists.length === 0) return value;
  if (keepsSingleton) {
    program.line(`if (${value.code} === undefined && (${lists.join(' || ')})) throw bail;`);
    return value;
  }
  return program.once(['path', owner.code, ...names], () => {
    const path = program.constant(names);
    const slow = `lookupPath(run, ${owner.code}, ${path})`;
    const test = lists.length === 1 ? lists[0] : `(${lists.join(' || ')})`;
    const code = program.define('v', `${value.code} === undefined && ${test} ? ${slow} : ${value.code}`);
    return { ...value, code, kinds: anyData };
  });
}

/** The names of a path that only has plain names from `from` on. */
export function namesOf(steps: readonly Ir[], from: number): readonly string[] | undefined {
  const names: string[] = [];
  for (let index = from; index < steps.length; index += 1) {
    const step = steps[index];
    if (step?.kind !== 'name' || !isUnmarked(step)) return undefined;
    names.push(step.name);
  }
  return names;
}

export function isUnmarked(node: Ir): boolean {
  return (
    node.stages === undefined &&
    node.predicates === undefined &&
    node.group === undefined &&
    node.isTuple === undefined &&
    node.focus === undefined &&
    node.index === undefined &&
    node.ancestor === undefined
  );
}
