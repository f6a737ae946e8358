/** One way to do the work, on one of the inputs that it gets in turn. */
export interface Contender<Name extends string> {
  readonly name: Name;
  readonly work: (input: unknown) => unknown;
}

/** CPU time of one turn. It is long enough that the clock's resolution of a microsecond does not matter. */
const turnUs = 4_000;
const warmUpUs = 60_000;

/**
 * Results are kept until the next one, because the optimising compiler would otherwise drop work whose result nobody
 * uses.
 */
const kept: { result: unknown } = { result: undefined };

/**
 * Measures the CPU time of this process (all its threads) for one piece of work, in microseconds, as the median of all
 * rounds. Every contender has one turn in each round, so that other work on the machine affects them all alike. There
 * are several inputs, so that none is optimised as a constant.
 */
export async function measureInterleaved<Name extends string>(
  contenders: readonly Contender<Name>[],
  { inputs, rounds }: { readonly inputs: readonly unknown[]; readonly rounds: number },
): Promise<Record<Name, number>> {
  const timed = [];
  for (const { name, work } of contenders) {
    await cpuTimeOf(work, inputs, await timesFor(warmUpUs, work, inputs));
    timed.push({ name, work, times: await timesFor(turnUs, work, inputs), samples: [] as number[] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { work, times, samples } of timed) samples.push((await cpuTimeOf(work, inputs, times)) / times);
  }
  return Object.fromEntries(timed.map(({ name, samples }) => [name, median(samples)])) as Record<Name, number>;
}

async function timesFor(us: number, work: Contender<string>['work'], inputs: readonly unknown[]): Promise<number> {
  let times = 1;
  while ((await cpuTimeOf(work, inputs, times)) < us && times < 1 << 22) times *= 2;
  return times;
}

/** Returns microseconds for this many pieces of work. Work is only awaited when it returns a promise. */
async function cpuTimeOf(work: Contender<string>['work'], inputs: readonly unknown[], times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < times; index += 1) {
    const result = work(inputs[index % inputs.length]);
    kept.result = result instanceof Promise ? await result : result;
  }
  const used = process.cpuUsage(before);
  return used.user + used.system;
}

function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
