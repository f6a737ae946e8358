import { expect, test } from 'vitest';
import { variablesFor } from './variables-for.ts';

const text = `(
  $currency := deal.Currency;
  {
    "lines": $map(deal.lines, function($line, $index) {(
      $price := $line.Price;
      { "price": $price }
    )}),
    "name": deal.Name
  }
)`;

test('a field can use what is assigned before it and what the functions around it are given', () => {
  expect(variablesFor(text, ['lines', 'price'])).toEqual(['$currency', '$line', '$index', '$price']);
  expect(variablesFor(text, ['lines', 'name'])).toEqual(['$currency', '$line', '$index', '$price']);
  expect(variablesFor(text, ['name'])).toEqual(['$currency']);
  expect(variablesFor('', ['name'])).toEqual([]);
});
