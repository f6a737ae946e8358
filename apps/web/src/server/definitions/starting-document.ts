import type { FlowInput, ValueMapDocument } from '@throughline/core/flow';
import type { MappingDocument } from '@throughline/core/mapping/document';

export type CreatableKind = 'flow' | 'mapping' | 'value-map';

/** The initial document of a kind: the minimum that its editor can open. */
export const startingDocument = (kind: CreatableKind): FlowInput | MappingDocument | ValueMapDocument => {
  switch (kind) {
    case 'flow':
      return {
        format: 2,
        description: '',
        trigger: { kind: 'manual', name: 'Started by hand' },
        body: [],
        settings: {},
      };
    case 'mapping':
      return { format: 1, text: '{\n  \n}', source: { kind: 'any' }, target: { kind: 'any' }, tests: [] };
    case 'value-map':
      return { format: 1, description: '', entries: [] };
  }
};
