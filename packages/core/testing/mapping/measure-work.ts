import { Session, type Profiler } from 'node:inspector';

/** What a piece of code did, in numbers that are the same on every machine. */
export interface Work {
  /** How often blocks of JavaScript were entered: calls, loop iterations, branches. */
  readonly blocks: number;
  /** Characters and items that JavaScript's own functions visited. */
  readonly units: number;
}

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * Runs a function and counts what it does. Work is counted rather than timed, so that the tests pass on machines of any
 * speed. Import this module before the modules whose work is measured, because V8 only counts the blocks of functions
 * that it compiles afterwards.
 */
export function measureWork(act: () => void): Work {
  const natives = new NativeCounter();
  takeBlocks();
  natives.start();
  try {
    act();
  } finally {
    natives.stop();
  }
  return { blocks: takeBlocks(), units: natives.units };
}

/** Returns the blocks that were entered since the last call. */
function takeBlocks(): number {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (_error, taken) => {
    scripts = taken.result;
  });
  let blocks = 0;
  for (const { functions } of scripts)
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  return blocks;
}

type Native = (this: unknown, ...args: readonly unknown[]) => unknown;
type Size = (self: unknown, result: unknown, args: readonly unknown[]) => number;

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
const ofSelf: Size = (self, result) => lengthOf(self) + lengthOf(result);
const ofResult: Size = (_self, result) => lengthOf(result);
const ofArgument: Size = (_self, result, [argument]) => lengthOf(argument) + lengthOf(result);
const ofSorted: Size = (self) => lengthOf(self) * Math.ceil(Math.log2(lengthOf(self) + 1));

const sizes: ReadonlyArray<readonly [owner: object, names: readonly string[], size: Size]> = [
  [
    String.prototype,
    ['replaceAll', 'replace', 'split', 'lastIndexOf', 'includes', 'toUpperCase', 'toLowerCase', 'trim'],
    ofSelf,
  ],
  [
    String.prototype,
    ['indexOf'],
    (self, found, [, from]) => (found === -1 ? lengthOf(self) : Number(found)) - Number(from ?? 0),
  ],
  [String.prototype, ['normalize', 'match', 'concat'], ofSelf],
  [String.prototype, ['repeat', 'padStart', 'padEnd'], ofResult],
  [Array.prototype, ['includes', 'indexOf', 'toReversed', 'fill', 'join'], ofSelf],
  [Array.prototype, ['slice', 'concat'], ofResult],
  [Array.prototype, ['sort', 'toSorted'], ofSorted],
  [RegExp.prototype, ['test'], ofArgument],
  [JSON, ['stringify'], ofResult],
  [JSON, ['parse'], ofArgument],
  [Object, ['keys', 'values', 'entries'], ofResult],
  [Object, ['fromEntries'], ofArgument],
  [Array, ['from'], ofResult],
  [Number, ['parseFloat', 'parseInt'], ofArgument],
  [globalThis, ['btoa', 'atob', 'encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'], ofArgument],
];

/** Wraps JavaScript's own functions whose work depends on the size of their input. */
class NativeCounter {
  units = 0;
  readonly #restore: (() => void)[] = [];

  start(): void {
    for (const [owner, names, size] of sizes) for (const name of names) this.#count(owner, name, size);
    // A search visits everything between its start position and the end of its match.
    this.#replace(RegExp.prototype, 'exec', (native) => {
      const add = (units: number): void => void (this.units += units);
      return function exec(this: unknown, ...args) {
        const regex = this as RegExp;
        const from = regex.lastIndex;
        const found = Reflect.apply(native, this, args);
        const end = found === null && !regex.sticky ? lengthOf(args[0]) : regex.lastIndex;
        add(Math.max(0, end - from));
        return found;
      };
    });
  }

  stop(): void {
    for (const restore of this.#restore.toReversed()) restore();
  }

  #count(owner: object, name: string, size: Size): void {
    const add = (units: number): void => void (this.units += units);
    this.#replace(
      owner,
      name,
      (native) =>
        function counted(this: unknown, ...args) {
          const result = Reflect.apply(native, this, args);
          add(size(this, result, args));
          return result;
        },
    );
  }

  #replace(owner: object, name: string, wrap: (native: Native) => Native): void {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (descriptor === undefined) throw new Error(`There is no ${name}.`);
    Object.defineProperty(owner, name, { ...descriptor, value: wrap(descriptor.value as Native) });
    this.#restore.push(() => Object.defineProperty(owner, name, descriptor));
  }
}
