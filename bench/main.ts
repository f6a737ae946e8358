/** `npm run bench -- NAME`: prints JSON lines with ratios. It never fails because of time. */
import { autoMapBench } from './auto-map.ts';
import { designerBench } from './designer.ts';
import { mappingBench } from './mapping.ts';
import { mappingCheckBench } from './mapping-check.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  'auto-map': autoMapBench,
  designer: designerBench,
  mapping: mappingBench,
  'mapping-check': mappingCheckBench,
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`There is no benchmark "${name}". Choose one of: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  await bench();
}
