import { expect, test } from 'vitest';
import { peopleHere, presenceSentence, type PresentTab } from './people-here.ts';

const tab = (userId: string, tabId: string, place = ''): PresentTab => ({
  tabId,
  userId,
  name: `${userId} Name`,
  email: `${userId}@example.com`,
  place,
});

test('a person with several tabs is one, at each place that still exists, and oneself comes last', () => {
  const tabs = [tab('ana', '1', 'read'), tab('ben', '2', 'gone'), tab('ben', '3', 'write'), tab('ben', '4')];
  const people = peopleHere(tabs, 'ana', (place) => (place === 'gone' ? undefined : `the step “${place}”`));
  expect(people).toEqual([
    { userId: 'ben', name: 'ben Name', email: 'ben@example.com', isOneself: false, places: ['the step “write”'] },
    { userId: 'ana', name: 'ana Name', email: 'ana@example.com', isOneself: true, places: ['the step “read”'] },
  ]);
  expect(people.map(presenceSentence)).toEqual([
    'ben Name has this draft open, at the step “write”.',
    'You have this draft open in another tab, at the step “read”.',
  ]);
});

test('without a place, only that somebody is here is said', () => {
  expect(peopleHere([tab('ben', '1')], 'ana', () => undefined).map(presenceSentence)).toEqual([
    'ben Name has this draft open.',
  ]);
});
