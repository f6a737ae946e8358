import type { Around } from '../closures/closure.ts';
import { defaultLimits } from '../engine/limits.ts';
import { toPlainJson } from '../plain-json.ts';
import { otherKeys } from '../value-map-table.ts';
import type { Ir } from '../syntax/ir.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import { catching, valuesIn } from './catching-fields.ts';
import type { Sample } from './fill-rates.ts';
import { nodesOf } from './parts-of.ts';
import { watchedEvaluation, type SampleOptions } from './watched-evaluation.ts';

/** A key that a mapping looked up, and the number of samples in which it did. */
export interface SeenKey {
  readonly key: string;
  readonly samples: number;
}

interface SeenOptions extends SampleOptions {
  /** Key of the value map. */
  readonly map: string;
  /** Only lookups in this part of the text. */
  readonly within?: TextRange | undefined;
}

/**
 * Lists the keys that a mapping really looks up in a value map, the most frequent ones first. A key without an entry
 * counts like any other. A text that cannot be parsed looks nothing up.
 */
export function seenKeys(text: string, samples: readonly Sample[], options: SeenOptions): SeenKey[] {
  const parsed = parseMapping(text);
  const { ir } = parsed;
  if (ir === undefined) return [];
  const keys = new Set<Ir>(lookups(ir, options));
  if (keys.size === 0) return [];
  const found = new Set<string>();
  const caught = catching(valuesIn(ir), []);
  const around: Around = (node, closure) => {
    const inner = caught(node, closure);
    if (!keys.has(node)) return inner;
    return (input, frame, run) => {
      const value = inner(input, frame, run);
      const key = keyOf(value);
      if (key !== undefined) found.add(key);
      return value;
    };
  };
  const evaluate = watchedEvaluation(parsed, around, { ...options, valueMaps: answering(options) });
  const counts = new Map<string, number>();
  for (const { input, bindings } of samples) {
    found.clear();
    evaluate(input, { ...options.bindings, ...bindings });
    for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ key, samples: count }))
    .toSorted((a, b) => b.samples - a.samples || (a.key < b.key ? -1 : 1));
}

/** The expressions of the keys that are looked up in the map. */
function* lookups(ir: Ir, { map, within }: SeenOptions): Generator<Ir, void, undefined> {
  for (const node of nodesOf(ir)) {
    if (node.kind !== 'call' || node.callee.kind !== 'variable' || node.callee.name !== 'valueMap') continue;
    const [table, key] = node.args;
    const isOther = within !== undefined && (node.start < within.start || node.end > within.end);
    if (table?.kind === 'literal' && table.value === map && key !== undefined && !isOther) yield key;
  }
}

/** Every map answers every key, so that a key without an entry does not keep later ones from being looked up. */
const answering = ({ map, valueMaps = {} }: SeenOptions): SampleOptions['valueMaps'] =>
  Object.fromEntries(
    Object.entries({ [map]: {}, ...valueMaps }).map(([name, rows]) => [name, { [otherKeys]: null, ...rows }]),
  );

function keyOf(value: unknown): string | undefined {
  const plain = toPlainJson(value, defaultLimits);
  const one: unknown = Array.isArray(plain) && plain.length === 1 ? plain[0] : plain;
  return typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? String(one) : undefined;
}
