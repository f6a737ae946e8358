import { measureWork } from '../../testing/mapping/measure-work.ts';
import { test } from 'vitest';
import { appendFileSync } from 'node:fs';
import { hostileShapes } from '../../testing/mapping/hostile-texts.ts';
import { parseMapping } from './syntax/parse-mapping.ts';
import { compileMapping } from './compile-mapping.ts';
import { createMappingChecker } from './analysis/create-mapping-checker.ts';
import { lineageOf } from './analysis/lineage-of.ts';
import { printMapping } from './syntax/print-mapping.ts';

const ops: Record<string, (t: string) => unknown> = {
  parse: (t) => parseMapping(t),
  closures: (t) => { try { compileMapping(t, { mode: 'closures', maxTicks: 1000, deadlineMs: Infinity }).evaluate({}); } catch {} },
  generate: (t) => { try { compileMapping(t, { mode: 'generated' }); } catch {} },
  check: (t) => createMappingChecker({ source: {type:'object', properties: {a:{type:'string'}}}, target: { type: 'object', properties: { x: { type: 'string' } } } }).check(t),
  lineage: (t) => lineageOf(t),
  print: (t) => printMapping(t),
};
test.each(hostileShapes)('$name', ({ name, text }) => {
  for (const [op, run] of Object.entries(ops)) {
    const row: any = { name, op };
    for (const n of [500, 1000, 2000]) {
      const t = text(n);
      const s = performance.now();
      const w = measureWork(() => { try { run(t); } catch (e) { row.error = String(e).slice(0, 100); } });
      row[n] = [w.blocks, w.units, Math.round(performance.now() - s)];
      if (performance.now() - s > 4000) break;
    }
    appendFileSync('/tmp/hostile.jsonl', JSON.stringify(row) + '\n');
  }
}, 300000);
