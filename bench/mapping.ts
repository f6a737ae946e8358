import { compileMapping } from '@throughline/core/mapping';
import jsonata from 'jsonata';
import { isDeepStrictEqual } from 'node:util';
import type { BenchCase } from './mapping/bench-case.ts';
import { benchCases } from './mapping/cases.ts';
import { geometricMean, measureInterleaved } from './mapping/measure.ts';

/** How many documents of each case are mapped in turn. */
const inputCount = 8;
const rounds = { hot: 41, cold: 15 };

/**
 * Measures the CPU time of one evaluation in microseconds: by the reference, by our engine once it is hot, by our
 * engine with closures only (as in a browser), and by hand-written code. It then measures reading the text and
 * evaluating it once. Prints one JSON line per case and one with the means.
 */
export async function mappingBench(): Promise<void> {
  const lines: Line[] = [];
  for (const benchCase of benchCases) {
    await checkEqual(benchCase);
    const line = { ...(await measureHot(benchCase)), ...(await measureCold(benchCase)) };
    lines.push(line);
    console.log(JSON.stringify({ bench: 'mapping', case: benchCase.name, ...line }));
  }
  const mean = (pick: (line: Line) => number): number => rounded(geometricMean(lines.map(pick)));
  console.log(
    JSON.stringify({
      bench: 'mapping',
      case: 'geometric mean',
      hotFasterThanReference: mean((line) => line.hotFasterThanReference),
      leastHotFasterThanReference: Math.min(...lines.map((line) => line.hotFasterThanReference)),
      hotTimesByHand: mean((line) => line.hotTimesByHand),
      closuresFasterThanReference: mean((line) => line.closuresFasterThanReference),
      coldTimesReference: mean((line) => line.coldTimesReference),
    }),
  );
  console.log(JSON.stringify({ bench: 'mapping', case: 'compile a text of 2 KB', ...(await measureCompile()) }));
}

type Line = Awaited<ReturnType<typeof measureHot>> & Awaited<ReturnType<typeof measureCold>>;

/** Throws unless all ways give the same result, so that none is fast because it is wrong. */
async function checkEqual({ name, text, input, byHand }: BenchCase): Promise<void> {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const expected = plain(await jsonata(text).evaluate(input));
  const results = {
    byHand: byHand(input as never),
    closures: compileMapping(text, { mode: 'closures' }).evaluate(input),
    generated: compileMapping(text, { mode: 'generated' }).evaluate(input),
  };
  for (const [way, result] of Object.entries(results)) {
    if (!isDeepStrictEqual(plain(result), expected)) throw new Error(`"${name}" gives something else ${way}.`);
  }
}

async function measureHot({ text, input, byHand }: BenchCase) {
  const inputs = copiesOf(input);
  const reference = jsonata(text);
  const hot = compileMapping(text);
  const closures = compileMapping(text, { mode: 'closures' });
  const us = await measureInterleaved(
    [
      { name: 'reference', work: (document) => reference.evaluate(document) },
      { name: 'hot', work: (document) => hot.evaluate(document) },
      { name: 'closures', work: (document) => closures.evaluate(document) },
      { name: 'byHand', work: (document) => byHand(document as never) },
    ],
    { inputs, rounds: rounds.hot },
  );
  return {
    mode: hot.mode,
    referenceUs: rounded(us.reference),
    closuresUs: rounded(us.closures),
    hotUs: rounded(us.hot),
    byHandUs: rounded(us.byHand),
    hotFasterThanReference: rounded(us.reference / us.hot),
    hotTimesByHand: rounded(us.hot / us.byHand),
    closuresFasterThanReference: rounded(us.reference / us.closures),
  };
}

async function measureCold({ text, input }: BenchCase) {
  const us = await measureInterleaved(
    [
      { name: 'reference', work: (document) => jsonata(text).evaluate(document) },
      { name: 'cold', work: (document) => compileMapping(text).evaluate(document) },
    ],
    { inputs: copiesOf(input), rounds: rounds.cold },
  );
  return {
    coldReferenceUs: rounded(us.reference),
    coldUs: rounded(us.cold),
    coldTimesReference: rounded(us.cold / us.reference),
  };
}

/**
 * Compiles a list of the cases' texts, about 2,000 characters long: to closures, to generated code, and with the
 * reference.
 */
async function measureCompile() {
  let text = '[';
  for (const benchCase of benchCases) if (text.length < 2_000) text += `${text === '[' ? '' : ','}\n${benchCase.text}`;
  text += '\n]';
  const us = await measureInterleaved(
    [
      { name: 'compile', work: () => compileMapping(text) },
      { name: 'generate', work: () => compileMapping(text, { mode: 'generated' }) },
      { name: 'reference', work: () => jsonata(text) },
    ],
    { inputs: [undefined], rounds: rounds.cold },
  );
  return {
    characters: text.length,
    compileMs: rounded(us.compile / 1_000),
    generateMs: rounded(us.generate / 1_000),
    referenceMs: rounded(us.reference / 1_000),
  };
}

/** Copies through JSON, because documents arrive as JSON. */
function copiesOf(input: unknown): unknown[] {
  const json = JSON.stringify(input);
  return Array.from({ length: inputCount }, (): unknown => JSON.parse(json));
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
