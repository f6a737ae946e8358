import { limit, type Bomb } from './bomb.ts';

const nested = (open: string, inner: string, close: string, times = 50_000): string =>
  `${open.repeat(times)}${inner}${close.repeat(times)}`;

const ends = ['TOO_DEEP', ...limit];

/** Mapping texts that are nested, long, or both. */
export const syntaxBombs: readonly Bomb[] = [
  { name: 'blocks', text: nested('(', '1', ')'), ends },
  { name: 'lists', text: nested('[', '1', ']'), ends },
  { name: 'objects', text: nested('{"a":', '1', '}'), ends },
  { name: 'blocks that nobody closes', text: '('.repeat(100_000), ends: [...ends, 'S0207'] },
  { name: 'calls', text: nested('$f(', '1', ')'), ends },
  { name: 'functions', text: nested('function(){', '1', '}'), ends },
  { name: 'filters', text: nested('a[', '1', ']'), ends },
  { name: 'groups', text: nested('a{"b":', '1', '}'), ends },
  { name: 'order-bys', text: nested('a^(', 'a', ')'), ends },
  { name: 'transforms', text: nested('a ~> |$|', '{}', '|', 20_000), ends: [...ends, 'S0211', 'S0201', 'S0202'] },
  { name: 'conditions', text: `${'true ? '.repeat(50_000)}1`, ends },
  { name: 'else', text: `${'false ? 1 : '.repeat(50_000)}1`, ends },
  { name: 'defaults', text: `${'nothing ?? '.repeat(50_000)}1`, ends },
  { name: 'sums', text: `1${' + 1'.repeat(50_000)}`, ends, gives: 50_001 },
  { name: 'texts', text: `""${' & "a"'.repeat(50_000)}`, ends },
  { name: 'minus', text: `${'-'.repeat(100_000)}1`, ends },
  { name: 'steps', text: `a${'.a'.repeat(100_000)}`, ends, gives: undefined },
  { name: 'filters in a row', text: `a${'[0]'.repeat(50_000)}`, ends, gives: undefined },
  { name: 'parents', text: `a${'.%'.repeat(50_000)}`, ends: [...ends, 'S0217'], gives: undefined },
  { name: 'variables of positions', text: `a${'#$i'.repeat(20_000)}`, ends, gives: undefined },
  { name: 'chains', text: `1${' ~> $string()'.repeat(20_000)}`, ends, gives: '1' },
  { name: 'binds', text: `${'$a := '.repeat(50_000)}1`, ends, gives: 1 },
  { name: 'a long list', text: `$count([${'1,'.repeat(100_000)}1])`, ends, gives: 100_001 },
  { name: 'a long block', text: `(${'1;'.repeat(100_000)}2)`, ends, gives: 2 },
  {
    name: 'many keys',
    text: `$count($keys({${Array.from({ length: 20_000 }, (_, index) => `"k${index}": 1`).join()}}))`,
    ends,
    gives: 20_000,
  },
  { name: 'a long name', text: `\`${'a'.repeat(1_000_000)}\``, gives: undefined },
  { name: 'a long comment', text: `/*${'*'.repeat(1_000_000)}*/1`, gives: 1 },
  { name: 'a text that does not end', text: `"${'\\\\'.repeat(500_000)}`, ends: ['S0101'] },
  { name: 'a regular expression that does not end', text: `/${'(['.repeat(100_000)}`, ends: ['S0302'] },
  {
    name: 'a deep regular expression',
    text: `$match("a", /${nested('(', 'a', ')', 20_000)}/)[0].match`,
    ends: [...ends, 'REGEX_INVALID', 'REGEX_UNSAFE'],
    gives: 'a',
  },
  {
    name: 'a deep signature',
    text: `function($f)${nested('<f', ':n', '>', 20_000)}{1}`,
    ends: [...ends, 'RESULT_NOT_JSON', 'S0401', 'S0402', 'SIGNATURE_INVALID'],
  },
];
