import { parseMapping, type ParsedMapping } from '../../../src/mapping/syntax/parse-mapping.ts';
import { printMapping } from '../../../src/mapping/syntax/print-mapping.ts';
import { compareWithReference } from './compare-with-reference.ts';
import type { SuiteCase } from './suite-cases.ts';
import { withoutRanges } from './without-ranges.ts';

/** How the parser does on the official suite. `differences` are sentences, each naming its case. */
export interface SyntaxConformance {
  readonly cases: number;
  readonly equalTrees: number;
  readonly equalErrors: number;
  readonly lossless: number;
  /** Counts the texts without errors that mean the same after formatting and do not change when formatted again. */
  readonly roundTrips: number;
  readonly differences: readonly string[];
}

export function measureConformance(cases: readonly SuiteCase[]): SyntaxConformance {
  const counts = { equalTrees: 0, equalErrors: 0, lossless: 0, roundTrips: 0 };
  const differences: string[] = [];
  for (const { name, text } of cases) {
    const parsed = parseMapping(text);
    const comparison = compareWithReference(parsed);
    if (comparison.outcome === 'equal-tree') counts.equalTrees += 1;
    else if (comparison.outcome === 'equal-error') counts.equalErrors += 1;
    else differences.push(`${name}: ${JSON.stringify({ text, ...comparison })}`);
    if (isLossless(parsed)) counts.lossless += 1;
    else differences.push(`${name}: its tokens are not its text`);
    if (parsed.ir === undefined) continue;
    if (isRoundTrip(parsed)) counts.roundTrips += 1;
    else differences.push(`${name}: formatting changes its meaning, or is not final`);
  }
  return { cases: cases.length, ...counts, differences };
}

/** Tokens follow each other without gaps from the first character to the last, so they concatenate to the text. */
export function isLossless({ tree: { text, tokens } }: ParsedMapping): boolean {
  let end = 0;
  for (const token of tokens) {
    if (token.start !== end || token.end <= token.start) return false;
    end = token.end;
  }
  return end === text.length;
}

function isRoundTrip({ tree: { text }, ir }: ParsedMapping): boolean {
  const printed = printMapping(text);
  const meaning = withoutRanges(parseMapping(printed).ir);
  return printMapping(printed) === printed && JSON.stringify(meaning) === JSON.stringify(withoutRanges(ir));
}
