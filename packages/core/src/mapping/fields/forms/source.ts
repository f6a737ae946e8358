import { readPath, writePath } from './field-path.ts';
import type { FormKind } from './form-kind.ts';

export const source: FormKind<'source'> = {
  read(node, reader) {
    const path = readPath(node, reader);
    return path && { kind: 'source', path };
  },
  write: ({ path }, write) => writePath(path, write),
  say: ({ path }, speaker) => speaker.path(path),
};
