import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { createMappingChecker } from '@throughline/core/mapping/analysis';
import { parseMapping } from '@throughline/core/mapping/syntax';

const entries = 170;
const rounds = 120;

/** One field of twelve lines. Each line tells the check something about types, lists, conditions or functions. */
const entry = (index: number, name: string): string => `    "f${index}": {
      "id": Account.Id,
      "name": $substring(${name}, 0, 80),
      "kind": Kind = "role" ? "r" : Kind = "fixed" ? "f" : "other",
      "amount": $money(Amount, $currency),
      "country": Account.Country ? Account.Country : "GB", /* as invoiced */
      "tax": $valueMap("tax", Account.Country, null),
      "lines": [Lines[Kind = "x" and Quantity > ${index}].{
        "q": $decimal(Quantity), "p": $rate($), "n": Name
      }],
      "total": $sum(Lines.(Quantity * Price))
    }`;

/** Builds a mapping of about 2,000 lines. `edited` is the number of a field whose expression differs. */
function textOf(edited: number): string {
  const fields = Array.from({ length: entries }, (_, index) =>
    entry(index, index === edited ? '$uppercase(Account.Name)' : 'Account.Name'),
  );
  return `(
  $currency := Currency;
  $rate := function($line) { $line.Price ? $money($line.Price, $currency) };
  $compact({
${fields.join(',\n')}
  })
)`;
}

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const objectOf = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({ type: 'object', properties });

const source = objectOf({
  Currency: text,
  Kind: text,
  Amount: number,
  Account: objectOf({ Id: text, Name: text, Country: text }),
  Lines: { type: 'array', items: objectOf({ Quantity: number, Price: number, Name: text, Kind: text }) },
});
const built = objectOf({
  id: text,
  name: text,
  kind: { type: 'string', enum: ['r', 'f', 'other'] },
  amount: objectOf({ amount: text, currency: text }),
  country: text,
  tax: text,
  lines: { type: 'array', items: objectOf({ q: text, p: {}, n: text }) },
  total: number,
});
const target = objectOf(Object.fromEntries(Array.from({ length: entries }, (_, index) => [`f${index}`, built])));

/**
 * Measures parsing, lineage and check of a mapping of 2,000 lines, as a whole and after an edit of one field, in CPU
 * time, cold and as a median.
 */
export function mappingCheckBench(): Promise<void> {
  const whole = textOf(-1);
  const edits = Array.from({ length: entries }, (_, index) => textOf(index));
  const editor = createMappingChecker({ source, target });
  editor.check(whole);
  const works: Readonly<Record<string, (round: number) => unknown>> = {
    parse: () => parseMapping(whole),
    'parse, lineage and check': () => {
      const checked = createMappingChecker({ source, target }).check(whole);
      return [checked.problems, checked.lineage()];
    },
    'check of one edited field': (round) => editor.check(edits[round % edits.length] ?? whole).problems,
  };
  const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) times.get(name)?.push(cpuTimeMs(() => work(round)));
  }
  for (const [name, all] of times) {
    const [first = 0] = all;
    const median = all.toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
    const lines = whole.split('\n').length;
    console.log(
      JSON.stringify({ bench: 'mapping-check', case: name, lines, firstMs: rounded(first), medianMs: rounded(median) }),
    );
  }
  return Promise.resolve();
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

function cpuTimeMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
