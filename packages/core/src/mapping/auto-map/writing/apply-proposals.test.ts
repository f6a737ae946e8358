import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../syntax/text-edit.ts';
import type { FieldProposal, ListProposal, Proposal } from '../proposal.ts';
import { applyProposals } from './apply-proposals.ts';
import { writtenFields } from './written-fields.ts';

const evidence = { confidence: 0.9, reasons: [] };
const field = (target: string, expression: string): FieldProposal => ({
  kind: 'field',
  target: target.split('.'),
  source: [expression],
  expression,
  ...evidence,
});
const lines = (...children: Proposal[]): ListProposal => ({
  kind: 'list',
  target: ['lines'],
  source: ['deal', 'Lines'],
  isPerItem: true,
  children,
  ...evidence,
});

describe('applyProposals', () => {
  it('writes objects and lists into an empty text', () => {
    const proposals = [
      field('id', 'deal.Id'),
      field('owner.id', 'OwnerId'),
      field('owner.name', 'OwnerName'),
      lines(
        field('lines.id', 'Id'),
        field('lines.price', '$money(Price, $$.Currency)'),
        field('lines.unit.code', 'Unit'),
      ),
    ];
    expect(applyProposals('', proposals).text).toBe(`{
  "id": deal.Id,
  "owner": { "id": OwnerId, "name": OwnerName },
  "lines": [deal.Lines.{
    "id": Id,
    "price": $money(Price, $$.Currency),
    "unit": { "code": Unit }
  }]
}`);
  });

  it('adds to what is written, and changes nothing of it', () => {
    const text = `/* by hand */
(
  $compact({
    "id": Key,   /* the key */
    "owner": { "id": OwnerId }, "lines": [deal.Lines[Price > 0].{ "no": $.No }] /* open ones */
  })
)`;
    const result = applyProposals(text, [
      field('id', 'deal.Id'),
      field('owner.name', 'OwnerName'),
      lines(field('lines.id', 'Id'), field('lines.name', 'Name')),
      field('total', 'Total'),
      field('note', 'Note'),
    ]);
    expect(result.text).toBe(`/* by hand */
(
  $compact({
    "id": Key,   /* the key */
    "owner": { "id": OwnerId, "name": OwnerName }, "lines": [deal.Lines[Price > 0].{ "no": $.No, "id": Id, "name": Name }], "total": Total, "note": Note /* open ones */
  })
)`);
    expect({ written: result.written.map((path) => path.join('.')), skipped: result.skipped }).toEqual({
      written: ['owner.name', 'lines.id', 'total', 'lines.name', 'note'],
      skipped: [['id']],
    });
    expect(applyEdits(text, result.edits)).toBe(result.text);
  });

  it('reads the item from the variable that has it', () => {
    const text = '{ "lines": [$map(deal.Lines, function($l) { { "no": $l.No } })] }';
    expect(applyProposals(text, [lines(field('lines.id', 'Id'), field('lines.on', '$date(On)'))]).text).toBe(
      '{ "lines": [$map(deal.Lines, function($l) { { "no": $l.No, "id": $l.Id, "on": $l.($date(On)) } })] }',
    );
  });

  it('fills a key without an expression', () => {
    expect(applyProposals('{ "id": , "name": Name }', [field('id', 'Id')]).text).toBe('{ "id":  Id, "name": Name }');
  });

  it.each([
    ['a list from another source', '{ "lines": [others.{ "no": No }] }'],
    ['a value that is copied', '{ "lines": Lines }'],
    ['a text that builds no object', 'Lines'],
  ])('leaves %s alone', (_, text) => {
    expect(applyProposals(text, [lines(field('lines.id', 'Id'))])).toEqual({
      text,
      edits: [],
      written: [],
      skipped: [['lines', 'id']],
    });
  });

  it('writes many fields in two passes over the text', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => field(`f${index}`, `F${index}`));
    const { text, written } = applyProposals('{\n}', many);
    expect(written.length).toBe(2_000);
    expect(text.split('\n').length).toBe(2_002);
  });
});

describe('writtenFields', () => {
  it('tells what a text sets, and from where its lists come', () => {
    const text = `(
      $lines := [deal.Lines.{ "id": Id }];
      { "id": Id, "open": , "owner": owner, "lines": $lines, "address": [{ "city": City }], "other": $map(f(x), g) }
    )`;
    expect(writtenFields(text)).toEqual({
      hasPlace: true,
      taken: [['id'], ['owner'], ['lines', 'id'], ['address', 'city'], ['other']],
      lists: [
        { target: ['lines'], source: ['deal', 'Lines'] },
        { target: ['address'], source: undefined },
      ],
    });
  });

  it('says when a text has no place for fields', () => {
    expect(writtenFields('Lines')).toEqual({ hasPlace: false, taken: [], lists: [] });
    expect(writtenFields('  ')).toEqual({ hasPlace: true, taken: [], lists: [] });
  });
});
