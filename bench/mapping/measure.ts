/** One way to do the work, on one of the inputs that it is given in turn. */
export interface Contender<Name extends string> {
  readonly name: Name;
  readonly work: (input: unknown) => unknown;
}

/** CPU time of a turn: long enough for the clock's steps of a microsecond not to matter. */
const turnUs = 4_000;
const warmUpUs = 60_000;

/** Results are kept until the next one, or the optimising compiler would leave out work that nobody looks at. */
const kept: { result: unknown } = { result: undefined };

/**
 * CPU time of this process (all its threads) for one piece of work, in microseconds: the median of all rounds. In every
 * round each contender has one turn, so that what else the machine does meets all of them alike. More than one input, so
 * that none is taken for a constant.
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

/** Microseconds for so many pieces of work. Only work that gives a promise is waited for. */
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
