import { spoilt, type ProblemCase } from './problem-case.ts';

const raise = (id: string) => ({ id, kind: 'raise', name: `Raise ${id}`, config: { code: 'STOP', message: '"no"' } });
const tell = (id: string, body: string) => ({
  id,
  kind: 'notify',
  name: `Tell ${id}`,
  config: { to: '"a"', subject: '"b"', body },
});

/** Ids, slots, and steps nothing leads to. */
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
  'two ways of one name': spoilt({ '/body/1/config/cases/-': { slot: 'big', title: 'Big', when: 'true' } }, [
    'error DUPLICATE_SLOT /body/1/config/cases [route]: "Big?" has two ways named "big". Rename one of them.',
  ]),
  'a step behind one that stops': spoilt({ '/body/+4': raise('stop') }, [
    'error UNREACHABLE_STEP /body/5 [sub]: "Sub-flow" can never run, because "Raise stop" before it always stops the run. Move or delete it.',
  ]),
  'a step behind ways that all stop': spoilt(
    {
      '/body/1/bodies': { big: [raise('one')], otherwise: [tell('first', '"x"'), raise('two')] },
    },
    [
      'error UNREACHABLE_STEP /body/2 [eachLine]: "Each line" can never run, because "Big?" before it always stops the run. Move or delete it.',
    ],
  ),
  'a stop whose handler goes on is no stop': spoilt(
    {
      '/body/+4': { ...raise('stop'), bodies: { onError: [tell('goOn', '$error.message')] } },
    },
    [],
  ),
};
