import { closedWonHandoff } from '@throughline/core/templates/closed-won-handoff/template';
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
          kind,
          key,
          name,
          document,
          isDraft: false,
        })),
        {
          id: 'rate-lines',
          kind: 'flow' as const,
          key: 'rate-lines',
          name: 'Rate the lines',
          document: {
            format: 1,
            description: 'Gives each line its rate.',
            trigger: { kind: 'call', name: 'Called' },
            body: [],
          },
          isDraft: false,
        },
      ],
    },
    flowKey,
  );
