/**
 * `npm run fuzz` compares the mapping engine with the reference on random expressions and data. Every run uses new
 * cases and prints which ones; `npm test` runs a fixed set. Options: `--count N` evaluations (200,000), `--seed N`
 * first case (random), `--most N` stops after this many differences (20). Each difference is reduced before it is
 * shown; `--seed S --count 1` runs its case again.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runFuzz, type FuzzReport } from '../packages/core/testing/mapping/fuzz/run-fuzz.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(randomInt(1_000_000_000)) },
    most: { type: 'string', default: '20' },
  },
});

console.log(
  `seed         ${values.seed}   npm run fuzz -- --seed ${values.seed} --count ${values.count} runs the same cases`,
);
const startedAt = process.cpuUsage();
const report = await runFuzz({
  seed: Number(values.seed),
  count: Number(values.count),
  maxDifferences: Number(values.most),
  onProgress: (soFar) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${soFar.evaluations} evaluations`);
  },
});
print(report, process.cpuUsage(startedAt).user / 1e6);
process.exitCode = report.differences.length === 0 ? 0 : 1;

function print(
  { cases, evaluations, generatedRuns, outcomes, verdicts, differences }: FuzzReport,
  seconds: number,
): void {
  for (const { seed, text, input, mode, ours, reference } of differences) {
    console.log(`\nseed       ${seed}   npm run fuzz -- --seed ${seed} --count 1`);
    console.log(`expression ${text}`);
    console.log(`data       ${JSON.stringify(input)}`);
    console.log(`ours       ${JSON.stringify(ours)} as ${mode}`);
    console.log(`reference  ${JSON.stringify(reference)}`);
  }
  const share = (count: number): string => `${((100 * count) / evaluations).toFixed(1)} %`;
  const { value, nothing, error, crash, limit } = outcomes;
  console.log(`\nexpressions  ${cases}`);
  console.log(`evaluations  ${evaluations}   ${Math.round(evaluations / seconds)} per second of CPU`);
  console.log(`generated    ${generatedRuns}   by generated code, for any input or for inputs like the first`);
  console.log(`values       ${share(value)}, nothing ${share(nothing)}, errors ${share(error + crash)}`);
  console.log(`limits       ${limit}   not compared: one of the engines gave up`);
  console.log(`crashes      ${verdicts.crash}   a JavaScript error in the reference, none in ours`);
  console.log(`known        ${verdicts.known}   different on purpose, see fuzz/known-differences.ts`);
  console.log(`differences  ${verdicts.different}`);
}
