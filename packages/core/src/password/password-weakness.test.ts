import { expect, test } from 'vitest';
import { passwordWeakness } from './password-weakness.ts';

const known = ['Ana Ruiz', 'ana.ruiz@haldenpike.example', 'Halden & Pike'];

test.each([
  'password1234',
  'Password123!',
  'qwertyuiop123',
  '1qaz2wsx3edc',
  '123456789012',
  'aaaaaaaaaaaa',
  'letmeinletmein',
  'welcome2026!',
  'ana.ruiz@haldenpike.example',
  'AnaRuiz12345',
  'haldenpike2026',
  'throughline1',
])('the guessable password %j is refused', (password) => {
  expect(passwordWeakness(password, known)).toMatch(/^This password is easy to guess\./);
});

test.each([
  'tidal lantern quarry',
  'correct horse battery staple',
  'vK9#mQ2$xL7!',
  'Überraschung am Dienstag',
  '四月の庭に青い猫が三匹眠る',
])('the unpredictable password %j is accepted', (password) => {
  expect(passwordWeakness(password, known)).toBeUndefined();
});

test('the length is bounded on both sides', () => {
  expect(passwordWeakness('vK9#mQ2$xL7', known)).toBe('The password needs at least 12 characters.');
  expect(passwordWeakness('vK9#mQ2$xL7!'.repeat(11), known)).toBe('The password can have 128 characters at most.');
});

test('a control character is refused', () => {
  expect(passwordWeakness('tidal lantern\u0000 quarry', known)).toMatch(/control character/);
});
