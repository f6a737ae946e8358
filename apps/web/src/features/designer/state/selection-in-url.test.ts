import { expect, it } from 'vitest';
import { triggerNodeId } from '../layout/geometry.ts';
import { selectionFromUrl, selectionInUrl } from './selection-in-url.ts';

it.each([
  [
    { selection: triggerNodeId, also: [] },
    { step: '', also: '', show: '' },
  ],
  [
    { selection: null, also: [] },
    { step: '', also: '', show: 'settings' },
  ],
  [
    { selection: 'read', also: [] },
    { step: 'read', also: '', show: '' },
  ],
  [
    { selection: 'read', also: ['map', 'write'] },
    { step: 'read', also: 'map,write', show: '' },
  ],
])('%o is %o in the URL, and back', ({ selection, also }, inUrl) => {
  const selected = { selection, also: new Set(also) };
  expect(selectionInUrl(selected)).toEqual(inUrl);
  expect(selectionFromUrl(inUrl)).toEqual(selected);
});
