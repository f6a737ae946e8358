/** A change to the reference's source text that makes it do what we do on purpose. */
export interface Mend {
  /** Why we differ. */
  readonly reason: string;
  readonly find: string;
  readonly replace: string;
  /** Without this change the reference can run for ever, so it is never run without it. */
  readonly isUnavoidable?: true;
}

/**
 * Every deliberate difference. An outcome that differs from the reference's must equal that of the reference with these
 * changes, so that nothing else hides behind a known difference.
 */
export const knownDifferences: readonly Mend[] = [
  {
    reason:
      'What is left of `??` and `?:` is evaluated as it is written. The reference copies it as JSON, which loses regular ' +
      'expressions (they match for ever) and signatures.',
    find: 'JSON.parse(JSON.stringify(left))',
    replace: 'copyTree(left)',
    isUnavoidable: true,
  },
  {
    reason: 'Continues the mend before.',
    find: 'var tokenizer = function (path) {',
    replace: `var copyTree = function (tree) {
        if (typeof tree !== 'object' || tree === null || tree instanceof RegExp) return tree;
        if (Array.isArray(tree)) return tree.map(copyTree);
        return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, copyTree(part)]));
    };

    var tokenizer = function (path) {`,
    isUnavoidable: true,
  },
  {
    reason:
      'Items of an array constructor are evaluated in order. The reference starts them all at once: which of two errors ' +
      'is seen, and whether one item sees what another binds, depends on how many promises each waits for.',
    find: `let generators = await Promise.all(expr.expressions
                    .map(async (item, idx) => {
                        environment.isParallelCall = idx > 0
                        return [item, await evaluate(item, input, environment)]
                    }));`,
    replace: `let generators = [];
                for (const item of expr.expressions) generators.push([item, await evaluate(item, input, environment)]);`,
  },
  {
    reason: 'The values of an object are evaluated in order, for the same reason.',
    find: `let generators = await Promise.all(utils.keys(groups).map(async (key, idx) => {`,
    replace: `let generators = await inOrder(utils.keys(groups), (async (key, idx) => {`,
  },
  {
    reason: 'Continues the mend before.',
    find: 'function reduceTupleStream(',
    replace: `async function inOrder(keys, generate) {
        const results = [];
        for (const key of keys) results.push(await generate(key, 0));
        return results;
    }

    function reduceTupleStream(`,
  },
  {
    reason:
      '`$string(?)` is a function. The reference reads the names of parameters from its own code, and fails on a default.',
    find: "var sigArgs = sigParens.split(',');",
    replace: "var sigArgs = sigParens.split(',').map((name) => name.split('=')[0]);",
  },
  {
    reason:
      'A transform changes its own copy. The reference also changes objects that its pattern finds elsewhere, in the input, ' +
      'in variables and in functions.',
    find: 'var matches = await evaluate(expr.pattern, result, environment);',
    replace: `var own = new Set();
            var findOwn = function (value) {
                if (typeof value !== 'object' || value === null) return;
                if (!Array.isArray(value)) own.add(value);
                Object.values(value).forEach(findOwn);
            };
            findOwn(result);
            var matches = await evaluate(expr.pattern, result, environment);`,
  },
  {
    reason: 'Continues the mend before.',
    find: 'match[prop] = update[prop];',
    replace: `if (typeof match !== 'object' || match === null || isFunction(match)) throw { code: 'T2011' };
                            if (own.has(match)) match[prop] = update[prop];`,
  },
  {
    reason: 'Continues the mend before.',
    find: "if(typeof match === 'object' && match !== null) {",
    replace: 'if (own.has(match)) {',
  },
  {
    reason:
      'A regular expression called on a function finds nothing. The reference searches the code of its own function.',
    find: 'var match = re.exec(str);',
    replace: "var match = re.exec(isFunction(str) ? '' : str);",
  },
  {
    reason:
      'The signs of $formatNumber are texts, and the zero digit is one character. With others the reference formats as it ' +
      'happens to, or fails.',
    find: 'properties[key] = options[key];',
    replace: `if (key in properties && typeof options[key] !== 'string') throw { code: 'BAD_ARGUMENT' };
                if (key === 'zero-digit' && options[key].length !== 1) throw { code: 'BAD_ARGUMENT' };
                properties[key] = options[key];`,
  },
  {
    reason:
      'Each entry of a grouping sees the items of its group. With `@`, `#` or `%` the reference loses an item that is alone ' +
      'in its group once the first entry has seen it.',
    find: `if(!Array.isArray(tupleStream)) {
            return tupleStream;`,
    replace: `if(!Array.isArray(tupleStream)) {
            return Object.assign(Object.create(null), tupleStream);`,
  },
  {
    reason:
      'What replaces a text must be text, also when a text is searched for. The reference puts in the code of a function.',
    find: 'result += replacement;',
    replace: `if (typeof replacement !== 'string') throw { code: 'D3012' };
                    result += replacement;`,
  },
  {
    reason:
      'A builtin that is applied partially refuses arguments that its signature does not allow. The reference goes on ' +
      'with whatever JavaScript makes of them.',
    find: 'partialApplyNativeFunction(proc.implementation, evaluatedArgs, environment)',
    replace: 'partialApplyNativeFunction(checkedNative(proc), evaluatedArgs, environment)',
  },
  {
    reason: 'Continues the mend before.',
    find: 'definition: signature,',
    replace: 'definition: signature, params: params,',
  },
  {
    reason: 'Continues the mend before.',
    find: 'function getNativeFunctionArguments(func) {',
    replace: `function checkedNative({ implementation, signature }) {
        const symbolOf = (value) => isFunction(value) ? 'f' : value === null ? 'l' : Array.isArray(value) ? 'a' : (typeof value)[0];
        const checked = function (...args) {
            args.forEach((value, index) => {
                const allowed = signature.params[index]?.regex.replace(/[?+]+$/, '') ?? '.';
                if (value !== undefined && !new RegExp(allowed).test(symbolOf(value))) throw { code: 'T0410' };
            });
            return implementation.apply(this, args);
        };
        checked.toString = () => implementation.toString();
        return checked;
    }

    function getNativeFunctionArguments(func) {`,
  },
  {
    reason: 'Grouping an empty list of the data leaves it empty. The reference puts an undefined into it, for good.',
    find: `if (input.length === 0 && !reduce) {
            input.push(undefined);`,
    replace: `if (input.length === 0 && !reduce) {
            input = [undefined];`,
  },
  {
    reason: '`*` on a sequence gives what is in its items. The reference also gives its own mark, `true`.',
    find: `utils.keys(input).forEach(function (key) {
                var value = input[key];`,
    replace: `Object.keys(Array.isArray(input) ? [...input] : input).forEach(function (key) {
                var value = input[key];`,
  },
];
