import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { expect, test } from 'vitest';
import { demoData } from '../../../../testing/designer/demo-data.ts';
import { problemsOf } from '../problems.ts';
import { designerReducer, pointBehind, startDesigner } from '../state/designer-state.ts';
import { proposeStep } from './propose-step.ts';
import { rankOffers } from './rank-offers.ts';
import { stepOffers } from './step-offers.ts';

const data = demoData('drawn');
const offers = stepOffers(data);

const empty: FlowDocument = flowSchema.parse({
  format: 2,
  trigger: { kind: 'webhook', name: 'A deal is won', connection: 'salesforce', object: 'Opportunity' },
  body: [],
});

/** What a person types in the picker, one step after the other. */
const searches = [
  'read salesforce account',
  'map account customer',
  'map opportunity contract',
  'map contract project',
  'map contract billing schedule',
  'write netsuite customer',
  'write netsuite billing schedule',
  'write netsuite sales order',
  'write kantata client',
  'publish project.activated',
];

test('the spine of the closed-won flow, drawn from an empty canvas, needs only what nobody can guess', () => {
  const drawn = searches.reduce((state, search) => {
    const [offer] = rankOffers(offers, search).flatMap((group) => group.offers);
    if (offer === undefined) throw new Error(`Nothing is found for “${search}”.`);
    const point = pointBehind(state);
    const steps = [proposeStep(state.history.present, point, offer, data)];
    return designerReducer(state, { type: 'edit', edit: { type: 'insert', point, steps } });
  }, startDesigner(empty));
  expect(drawn.history.present.body.map(({ name }) => name)).toEqual([
    'Read account from Salesforce',
    'Map with Salesforce account to customer',
    'Map with Salesforce opportunity to contract',
    'Map with Contract to project',
    'Map with Contract to billing schedule',
    'Write customer in NetSuite',
    'Write billing schedule in NetSuite',
    'Write sales order (contract) in NetSuite',
    'Write client (group) in Kantata OX',
    'Publish project.activated',
  ]);
  expect(
    problemsOf(drawn.history.present, data).map(({ place, fieldName, message }) => [place, fieldName, message]),
  ).toEqual([]);
});
