import { spoilt, type ProblemCase } from './problem-case.ts';

const raise = (id: string) => ({ id, kind: 'raise', name: `Raise ${id}`, config: { code: 'STOP', message: '"no"' } });
const tell = (id: string, body: string) => ({
  id,
  kind: 'notify',
  name: `Tell ${id}`,
  config: { to: '"operator"', subject: '"b"', body },
});

const nested = (levels: number, step: object): object =>
  levels === 0
    ? step
    : {
        id: `level${levels}`,
        kind: 'for-each',
        name: `Level ${levels}`,
        config: { items: '[1]' },
        bodies: { each: [nested(levels - 1, step)] },
      };

const loop = (id: string, concurrency: number, inner: object) => ({
  id,
  kind: 'for-each',
  name: `Loop ${id}`,
  config: { items: '[1]', concurrency },
  bodies: { each: [inner] },
});

/** Problems with ids, slots and unreachable steps. */
export const structureCases: Readonly<Record<string, ProblemCase>> = {
  'an empty body': spoilt({ '/body': [] }, [
    'warning EMPTY_BODY /body: This flow has no steps and would do nothing. Add one.',
  ]),
  'two steps with one id': spoilt({ '/body/-': tell('readDeal', '"x"') }, [
    'error DUPLICATE_STEP_ID /body/5/id [readDeal]: "Tell readDeal" has the id "readDeal" of "Read deal". Give one of them another id.',
  ]),
  'a way its kind does not offer': spoilt({ '/body/1/bodies/huge': [] }, [
    'error UNKNOWN_SLOT /body/1/bodies/huge [route]: "Big?" has no way "huge". Known: big, onError, otherwise.',
  ]),
  'two ways of one name': spoilt(
    { '/body/1/config/cases/-': { slot: 'big', title: 'Big', when: '$trigger.Amount > 10' } },
    ['error DUPLICATE_SLOT /body/1/config/cases [route]: "Big?" has two ways named "big". Rename one of them.'],
  ),
  'a step behind one that stops': spoilt({ '/body/+4': raise('stop') }, [
    'error UNREACHABLE_STEP /body/5 [sub]: "Sub-flow" can never run, because "Raise stop" before it always stops the run. Move or delete it.',
  ]),
  'a disabled step that stops, and a disabled step behind one that stops': spoilt(
    { '/body/+4': { ...raise('stop'), disabled: true }, '/body/-': raise('end'), '/body/6/disabled': false },
    [],
  ),
  'a step behind ways that all stop': spoilt(
    {
      '/body/1/bodies': { big: [raise('one')], otherwise: [tell('first', '"x"'), raise('two')] },
    },
    [
      'error UNREACHABLE_STEP /body/2 [eachLine]: "Each line" can never run, because "Big?" before it always stops the run. Move or delete it.',
    ],
  ),
  'more steps than a flow may have': spoilt(
    { '/body': Array.from({ length: 501 }, (_, n) => tell(`tell${n}`, '"x"')) },
    [
      'error TOO_MANY_STEPS /body: This flow has 501 steps, and a flow may have 500. Move a part of it into a flow of its own and call that.',
    ],
  ),
  'steps nested too deeply': spoilt({ '/body': [nested(13, tell('inmost', '"x"'))] }, [
    'error TOO_DEEP /body/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0/bodies/each/0 [inmost]: "Tell inmost" is inside 13 other steps, and 12 are possible. Move the inner steps into a flow of their own and call that.',
  ]),
  'loops in loops that would run too much at the same time': spoilt(
    { '/body': [loop('outer', 20, loop('inner', 6, tell('each', '"x"')))] },
    [
      'error TOO_WIDE /body/0 [outer]: Up to 120 parts of "Loop outer" would run at the same time, and 100 are possible. Lower the concurrency of its loops, or take branches out.',
    ],
  ),
  'a stop whose handler continues does not stop the run': spoilt(
    {
      '/body/+4': { ...raise('stop'), bodies: { onError: [tell('goOn', '$error.message')] } },
    },
    [],
  ),
};
