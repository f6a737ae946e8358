import type { GroupIr, Ir } from '../syntax/ir.ts';
import { emitObject } from './emit-object.ts';
import { gather } from './gather.ts';
import { anyData, kinds, type Operand } from './operand.ts';
import { itemSamples } from './read-name.ts';
import type { Site } from './site.ts';
import { toPlain, toValue } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** How the items with one key are used. */
interface EachGroup {
  /** Emits the code for one group. Its key is a text that is not an array index. */
  readonly use: (key: string, value: Operand) => void;
  readonly isResult: boolean;
}

/** `items{key: value}`. */
export function emitGroup(group: GroupIr, items: Ir, site: Site): Operand {
  const { program } = site;
  const [first] = group.entries;
  if (first?.key.kind === 'literal') {
    const gathered = gather(items, { ...site, isResult: false });
    program.line(`if (${gathered.code}.length === 0) throw bail;`);
    return emitObject(group.entries, { ...site, context: gathered });
  }
  const record = program.define('o', '{}');
  eachGroup(group, items, site, {
    isResult: site.isResult,
    use: (key, value) => {
      if (site.isResult) {
        program.countResult(1);
        program.line(`characters += ${key}.length;`);
      }
      const put = `${record}[${key}] = ${value.code};`;
      program.line((value.kinds & kinds.missing) === 0 ? put : `if (${value.code} !== undefined) ${put}`);
    },
  });
  if (site.isResult) program.countResult(1);
  return { code: record, kinds: kinds.record, ...(site.isResult && { isPlain: true }) };
}

/**
 * Groups items by key, then evaluates each group. Keys that look like array positions come first in JavaScript objects,
 * so they bail out. Without any item, the reference evaluates a missing one.
 */
export function eachGroup({ entries }: GroupIr, items: Ir, site: Site, { use, isResult }: EachGroup): void {
  const [entry, another] = entries;
  if (entry === undefined || another !== undefined) throw new Uncovered('several keys');
  const { program } = site;
  const groups = program.define('g', 'new Map()');
  const count = program.fresh('c');
  program.line(`let ${count} = 0;`);
  let member: Operand | undefined;
  site.emitter.eachUnsettled(
    items,
    { ...site, isResult: false },
    {
      takesRawLists: true,
      item: (item) => {
        member = item;
        const key = site.emitter.value(entry.key, { ...site, context: item, isResult: false });
        const { code } = toValue(key, site);
        program.line(`${count}++;`);
        program.block(`if (${code} !== undefined)`, () => {
          program.line(`if (typeof ${code} !== "string") throw bail;`);
          program.line(`if (${code}.length > 1000) spendOnCompared(run, ${code});`);
          const list = program.define('l', `${groups}.get(${code})`);
          program.line(
            `if (${list} === undefined) ${groups}.set(${code}, [${item.code}]); else ${list}.push(${item.code});`,
          );
        });
      },
    },
  );
  program.line(`if (${count} === 0) throw bail;`);
  const list = program.define('l', `Array.from(${groups})`);
  program.loop(list, entry, (pair) => {
    const [key, gathered] = [program.define('k', `${pair}[0]`), program.define('l', `${pair}[1]`)];
    program.line(`checkKey(run, ${key}); if (isPosition(${key})) throw bail;`);
    const context: Operand = {
      code: gathered,
      isGathered: true,
      kinds: (member?.kinds ?? anyData) & ~kinds.missing & ~kinds.list,
      ...(member?.isFinite && { isFinite: true }),
      ...(member === undefined ? {} : itemSamples(member)),
    };
    const value = site.emitter.value(entry.value, { ...site, context, isResult });
    use(key, isResult ? toPlain(value, site) : toValue(value, site));
  });
}
