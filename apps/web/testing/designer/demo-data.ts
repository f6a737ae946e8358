import { closedWonHandoff } from '@throughline/core/templates/closed-won-handoff/template';
import { readDocument } from '../../src/server/designer/read-document.ts';
import { designerData, type DesignerData } from '../../src/features/designer/designer-data.ts';

/** What the designer of the demo firm works with: three systems, and the definitions of the closed-won handoff. */
export const demoData = (flowKey = 'deal'): DesignerData =>
  designerData(
    {
      connections: [
        { key: 'salesforce', name: 'Salesforce sandbox', system: 'salesforce', state: 'connected' },
        { key: 'netsuite', name: 'NetSuite sandbox', system: 'netsuite', state: 'connected' },
        { key: 'kantata', name: 'Kantata sandbox', system: 'kantata', state: 'connected' },
      ],
      definitions: [
        ...closedWonHandoff.definitions.map(({ kind, key, name, document }) => ({
          id: key,
          key,
          name,
          ...readDocument(kind, document),
          isDraft: false,
        })),
        {
          id: 'rate-lines',
          key: 'rate-lines',
          name: 'Rate the lines',
          ...readDocument('flow', {
            format: 1,
            description: 'Gives each line its rate.',
            trigger: { kind: 'call', name: 'Called' },
            body: [],
          }),
          isDraft: false,
        },
      ],
    },
    flowKey,
  );
