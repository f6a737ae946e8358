import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { createMappingChecker } from '../analysis/create-mapping-checker.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import { findGhosts, proposeRenames, type RenameInput } from './public.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

const ghostsOf = (mapping: string, source: JsonSchema, target: JsonSchema) =>
  findGhosts(createMappingChecker({ source, target }).check(mapping));

/** Each ghost with the text at its places. */
function said(mapping: string, source: JsonSchema, target: JsonSchema): string[] {
  return ghostsOf(mapping, source, target).map(({ side, path, ranges, inner, isAlone }) =>
    [
      side,
      path.join('.'),
      ranges.map(({ start, end }) => mapping.slice(start, end)).join(' '),
      ...(inner.length > 0 ? [`with ${inner.join(' and ')}`] : []),
      ...(isAlone ? [] : ['among others']),
    ].join(': '),
  );
}

/** `old → new` of each proposal, and the text with all of them. */
function renamed(mapping: string, input: Omit<RenameInput, 'ghosts'>) {
  const renames = proposeRenames({ ghosts: ghostsOf(mapping, input.source, input.target), ...input });
  return {
    renames: renames.map(({ from, to }) => `${from.join('.')} → ${to.join('.')}`),
    text: applyEdits(
      mapping,
      renames.flatMap(({ edits }) => edits),
    ),
  };
}

describe('ghosts', () => {
  const source = object({ id: text, lines: list(object({ name: text })) });
  const target = object({ id: text, note: text, lines: list(object({ name: text })) });

  it('are the fields that the shapes do not have, with every place where the text names them', () => {
    const mapping =
      '{ "id": Id__c & Id__c, "old": $$.Id__c, "lines": lines.{ "name": `Old Name`, "price": 1, "note": $$.Terms.days & $$.Terms.kind } }';
    expect(said(mapping, source, target)).toEqual([
      'source: Id__c: Id__c Id__c Id__c',
      'target: old: "old"',
      'source: lines.Old Name: `Old Name`',
      'target: lines.price: "price"',
      'target: lines.note: "note"',
      'source: Terms: Terms Terms: with days and kind',
    ]);
  });

  it('are not alone where a function reads several fields at the same place', () => {
    const two = object({ one: object({ a: text }), other: object({ a: text }) });
    const mapping = '($f := function($x) { $x.b }; { "id": $f(one), "note": $f(other) })';
    expect(said(mapping, two, target)).toEqual(['source: one.b: b: among others', 'source: other.b: b: among others']);
  });

  it('are not alone either where the problem reads differently in each call', () => {
    const phone = (title: string, name: string): JsonSchema => ({ ...object({ [name]: text }), title });
    const titled = object({ account: phone('Account', 'telephone'), contact: phone('Contact', 'phoneNumber') });
    const calls = (second: string) => `($f := function($x) { $x.Phone }; { "id": $f(account), "note": ${second} })`;
    expect(said(calls('$f(contact)'), titled, target)).toEqual([
      'source: account.Phone: Phone: among others',
      'source: contact.Phone: Phone: among others',
    ]);
    expect(said(calls('$f($trigger)'), titled, target)).toEqual([]);
    const ghosts = ghostsOf(calls('$f(contact)'), titled, target);
    expect(proposeRenames({ ghosts, source: titled, target })).toEqual([]);
  });

  it('are neither variables nor values that the text builds itself, nor fields of open shapes', () => {
    expect(said('($x := { "y": id }; { "id": $x.z & $trigger.z })', source, target)).toEqual([]);
    expect(said('{ "id": anything, "other": 1 }', {}, {})).toEqual([]);
  });
});

describe('renames', () => {
  it('are found by names, and every place gets the new one while all else stays', () => {
    const source = object({ Total_Amount__c: number, currencyCode: text, closeDate: text });
    const target = object({ amount: text, currency: text, closed: text });
    const mapping =
      '{ /* gross */ "amount": $string(totalAmount) , "currency" :CurrencyIsoCode, "closed": $exists(totalAmount) ? `close-date` }';
    expect(renamed(mapping, { source, target })).toEqual({
      renames: ['totalAmount → Total_Amount__c', 'CurrencyIsoCode → currencyCode', 'close-date → closeDate'],
      text: '{ /* gross */ "amount": $string(Total_Amount__c) , "currency" :currencyCode, "closed": $exists(Total_Amount__c) ? closeDate }',
    });
  });

  it('also lead into an object beside the ghost, in quotes where the name needs them', () => {
    const source = object({ contact: object({ 'e-mail': text, phone: text }), lines: list(object({ phone: text })) });
    const target = object({ phone: text, email: text });
    expect(renamed('{ "phone": Phone, "email": Email }', { source, target })).toEqual({
      renames: ['Phone → contact.phone', 'Email → contact.e-mail'],
      text: '{ "phone": contact.phone, "email": contact.`e-mail` }',
    });
  });

  it('of an object or a list go by the fields that are used inside', () => {
    const source = object({
      deliveries: list(object({ sku: text })),
      positions: list(object({ sku: text, quantity: number })),
    });
    const target = object({ items: list(object({ sku: text, count: number })) });
    expect(renamed('{ "items": articles.{ "sku": sku, "count": quantity } }', { source, target })).toEqual({
      renames: ['articles → positions'],
      text: '{ "items": positions.{ "sku": sku, "count": quantity } }',
    });
  });

  it('of a target are fields of the same object that nothing sets yet', () => {
    const target = object({ customer: object({ legalName: text, name: text }), paymentTerms: text });
    const mapping = '{ "customer": { "legal_name": a, "name": b }, "payment_term": c }';
    expect(renamed(mapping, { source: {}, target })).toEqual({
      renames: ['customer.legal_name → customer.legalName', 'payment_term → paymentTerms'],
      text: '{ "customer": { "legalName": a, "name": b }, "paymentTerms": c }',
    });
  });

  it('are told by the values of samples where the names say nothing', () => {
    const source = object({ segment: text, band: text });
    const samples = [{ tierOfFirm: 'enterprise' }, { segment: 'enterprise', band: 'north' }];
    const target = object({ a: text });
    const ghosts = ghostsOf('{ "a": tierOfFirm }', source, target);
    expect(proposeRenames({ ghosts, source, target, samples })).toEqual([
      {
        side: 'source',
        from: ['tierOfFirm'],
        to: ['segment'],
        confidence: 0.5,
        reasons: ['The samples have the same values in it.'],
        edits: [{ start: 7, end: 17, text: 'segment' }],
      },
    ]);
    expect(proposeRenames({ ghosts, source, target })).toEqual([]);
  });

  it('prefer a field that is new over one that the shape had before, and never one of another kind', () => {
    const former = object({
      startDate: { type: 'string', format: 'date' },
      startedOn: text,
      isStarted: { type: 'boolean' },
    });
    const source = object({
      beginDate: { type: 'string', format: 'date' },
      startedOn: text,
      isStarted: { type: 'boolean' },
      startDateFlag: { type: 'boolean' },
    });
    const target = object({ a: text });
    const [rename] = proposeRenames({
      ghosts: ghostsOf('{ "a": startDate }', source, target),
      source,
      target,
      former: { source: former },
    });
    expect(rename?.to).toEqual(['beginDate']);
  });

  it('give one field to one ghost, and none to a ghost that is not alone', () => {
    const source = object({ billingCity: text });
    const target = object({ a: text, b: text });
    expect(renamed('{ "a": BillingCity__c, "b": BillCity }', { source, target }).renames).toEqual([
      'BillingCity__c → billingCity',
    ]);
    const two = object({ one: object({ ab: text }), other: object({ ab: text }) });
    const mapping = '($f := function($x) { $x.a_b }; { "a": $f(one), "b": $f(other) })';
    expect(renamed(mapping, { source: two, target })).toEqual({ renames: [], text: mapping });
  });

  it('read each field of the samples once, however many ghosts there are', () => {
    const reads = { segment: 0, lost: 0 };
    const sample = {
      get segment() {
        reads.segment += 1;
        return 'enterprise';
      },
      get lost_0() {
        reads.lost += 1;
        return 'enterprise';
      },
    };
    const source = object({ segment: text, ...Object.fromEntries(names('other', 100).map((name) => [name, text])) });
    const mapping = `{ ${names('lost', 0)
      .map((name) => `"${name}": ${name}`)
      .join()} }`;
    const target = object(Object.fromEntries(names('lost', 0).map((name) => [name, text])));
    const ghosts = ghostsOf(mapping, source, target);
    expect(ghosts).toHaveLength(20);
    expect(proposeRenames({ ghosts, source, target, samples: [sample] })).toMatchObject([{ to: ['segment'] }]);
    expect(reads.segment).toBe(1);
    expect(reads.lost).toBeLessThan(4);
  });

  it('look at the nearest fields first where an object has very many inside', () => {
    const deep = object(Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`z${index}`, number])));
    const source = object({ archive: deep, totalAmount: number });
    const target = object({ amount: number });
    expect(renamed('{ "amount": total_amount }', { source, target }).renames).toEqual(['total_amount → totalAmount']);
  });
});

const names = (start: string, first: number): string[] =>
  Array.from({ length: 20 }, (_, index) => `${start}_${first + index}`);
