import { expect, test } from 'vitest';
import type { FieldProposal, ListProposal } from '@throughline/core/mapping/auto-map';
import { acceptedProposals, neighbourOf, proposalId, proposalRows, rowsWithin } from './proposal-rows.ts';

const field = (target: string, confidence: number): FieldProposal => ({
  kind: 'field',
  target: target.split('.'),
  source: [target.toUpperCase()],
  expression: target.toUpperCase(),
  confidence,
  reasons: [],
});
const lines: ListProposal = {
  kind: 'list',
  target: ['lines'],
  source: ['Lines'],
  isPerItem: true,
  confidence: 0.9,
  reasons: [],
  children: [field('lines.id', 0.9), field('lines.note', 0.4)],
};
const proposals = [field('id', 0.9), lines, field('note', 0.4)];
const targets = (rows: ReturnType<typeof proposalRows>) => rows.map(({ proposal }) => proposal.target.join('.'));

test('lines follow the target, without what is less certain or hidden', () => {
  expect(targets(proposalRows(proposals, 0.6, new Set()))).toEqual(['id', 'lines', 'lines.id']);
  expect(targets(proposalRows(proposals, 0, new Set([proposalId(field('id', 0))])))).toEqual([
    'lines',
    'lines.id',
    'lines.note',
    'note',
  ]);
});

test('a list without a field to show is left out', () => {
  expect(targets(proposalRows([lines], 0.95, new Set()))).toEqual([]);
});

test('accepting a list writes the fields that are shown, and accepting a field in it writes only that one', () => {
  const rows = proposalRows(proposals, 0.6, new Set());
  const [, list, id] = rows;
  if (list === undefined || id === undefined) throw new Error('There are three lines.');
  const onlyId = [{ ...lines, children: [field('lines.id', 0.9)] }];
  expect(acceptedProposals(rowsWithin(rows, list))).toEqual(onlyId);
  expect(acceptedProposals(rowsWithin(rows, id))).toEqual(onlyId);
});

test('the line after the ones that disappear comes next, or the one before them', () => {
  const rows = proposalRows(proposals, 0, new Set());
  const [id, list, , , note] = rows;
  if (id === undefined || list === undefined || note === undefined) throw new Error('There are five lines.');
  expect(neighbourOf(rows, rowsWithin(rows, list))).toBe(note);
  expect(neighbourOf(rows, [note])?.proposal.target).toEqual(['lines', 'note']);
  expect(neighbourOf([id], [id])).toBe(undefined);
});
