import type { DefinitionKind } from '@throughline/core/db/schema/definition';

/** Path below the environment to the editor of a definition. */
export const definitionPath = (kind: DefinitionKind, key: string): readonly string[] => {
  switch (kind) {
    case 'flow':
      return ['flows', key];
    case 'mapping':
      return ['mappings', key];
    case 'value-map':
      return ['value-maps', key];
    case 'entity':
      return ['model', key];
  }
};
