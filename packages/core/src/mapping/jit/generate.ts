import { countNodes, nodesOf } from '../analysis/parts-of.ts';
import type { Frame } from '../closures/frame.ts';
import type { Limits } from '../engine/limits.ts';
import type { Run } from '../engine/run.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Tally } from './copy-plain.ts';
import { checkBinds } from './emit-block.ts';
import { emitterWith } from './emit.ts';
import { anyData, kindOf, kinds, quote, wrapper, type Operand } from './operand.ts';
import { Program, type Bindings } from './program.ts';
import { Scope } from './site.ts';
import type { Site } from './site.ts';
import { support } from './support.ts';
import { toPlain } from './to-value.ts';
import { TooMuchCode } from './too-much-code.ts';
import { Uncovered } from './uncovered.ts';

/** The input and the bindings of one evaluation. */
export interface Sample {
  readonly input: unknown;
  readonly bindings: Bindings;
}

export interface GenerateOptions {
  readonly limits: Limits;
  /** Functions by name. */
  readonly globals: ReadonlyMap<string, unknown>;
  /** Evaluations seen so far. They show where lists are and what can be missing, which only matters for speed. */
  readonly samples: readonly Sample[];
}

/** The JavaScript for a mapping: the body of a function of `parameters` that returns the compiled function. */
export interface GeneratedText {
  readonly text: string;
  readonly parameters: readonly string[];
  readonly constants: readonly unknown[];
  /** Nodes that are called as closures. */
  readonly embedded: number;
  /** Functions that the code assumes to be those of the library. */
  readonly names: ReadonlySet<string>;
}

export interface Generated extends Pick<GeneratedText, 'embedded' | 'names'> {
  /** Returns plain JSON. @throws `bailOut` when the closures have to evaluate, and EvaluationFailure */
  evaluate(input: unknown, bindings: Bindings, run: Run, tally: Tally, frame: Frame | undefined): unknown;
}

/** Says why no code was generated for a mapping. */
export interface NotGenerated {
  readonly reason: string;
}

/** Steps of generating that every mapping may take, and additional steps per expression. */
const leastWork = 2_000;
const workPerNode = 40;

/**
 * Generating takes time in proportion to the text. Beyond the limit, or where code is impossible, it says why there is
 * none.
 */
export function generate(ir: Ir, { limits, globals, samples }: GenerateOptions): GeneratedText | NotGenerated {
  const bindings = samples.map((sample) => sample.bindings);
  const program = new Program(limits, bindings, leastWork + workPerNode * countNodes(ir));
  const root = rootOf(samples);
  const site: Site = {
    program,
    emitter: emitterWith(globals),
    scope: new Scope(),
    inlined: 0,
    isResult: true,
    ...root,
  };
  let result: Operand;
  try {
    checkBinds(ir);
    result = toPlain(site.emitter.value(ir, site), site);
  } catch (error) {
    if (error instanceof Uncovered) return { reason: `Generated code does not cover this mapping: ${error.message}.` };
    if (error instanceof TooMuchCode) return { reason: error.message };
    // The caller may have used up most of the stack.
    if (error instanceof RangeError) return { reason: new TooMuchCode().message };
    throw error;
  }
  const body = [
    root.guard,
    `tally.size = ${program.resultSize};`,
    'tally.length = 0;',
    `let characters = ${program.resultLength};`,
    ...program.freeNames.map(freeCode),
    program.text,
    `if (tally.size > ${limits.maxResultSize}) throw bail;`,
    `if (tally.length + characters > ${limits.maxResultLength}) throw bail;`,
    `return ${result.code};`,
  ].join('\n');
  return {
    text: `'use strict';\nreturn function mapping(input, bindings, run, tally, frame) {\n${body}\n};`,
    parameters: [...Object.keys(support), ...program.constants.map((_, index) => `k${index}`)],
    constants: [...Object.values(support), ...program.constants],
    embedded: program.embedded,
    names: namesIn(ir, globals),
  };
}

/** The input is expected to have its latest form. For paths, a list as the input is one value, see `wrapper`. */
function rootOf(samples: readonly Sample[]): Pick<Site, 'context' | 'input'> & { readonly guard: string } {
  const seen = samples.length === 0 ? {} : { samples: samples.map(({ input }) => input) };
  const input: Operand = { code: 'input', kinds: anyData, isFinite: true, ...seen };
  if (!Array.isArray(samples.at(-1)?.input)) {
    const isRecord = samples.length > 0 && samples.every((sample) => kindOf(sample.input) === kinds.record);
    const others = isRecord ? 'typeof input !== "object" || input === null || ' : '';
    const known = isRecord ? kinds.record : anyData & ~kinds.list;
    const single = { ...input, kinds: known };
    return { input: single, context: single, guard: `if (${others}Array.isArray(input)) throw bail;` };
  }
  return {
    input: { ...input, kinds: kinds.list },
    context: wrapper,
    guard: 'if (!isListOfSingles(input)) throw bail;\nconst wrapped = asSingleInput(input);',
  };
}

function freeCode(name: string, index: number): string {
  const key = quote(name);
  return `const free${index} = Object.hasOwn(bindings, ${key}) ? bindings[${key}] : undefined;`;
}

function namesIn(ir: Ir, globals: GenerateOptions['globals']): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesOf(ir)) {
    if (node.kind === 'variable' && globals.has(node.name)) names.add(node.name);
    // The reference calls the function to which `$exists` is bound.
    if (node.kind === 'default') names.add('exists');
  }
  return names;
}

/** An expression that `$eval` compiles sees the variables of its place, which generated code does not have. */
export function usesEval(ir: Ir): boolean {
  for (const node of nodesOf(ir)) if (node.kind === 'variable' && node.name === 'eval') return true;
  return false;
}
