import type { BenchCase } from '../bench-case.ts';

/** Forty order lines through $map, $filter and $reduce with functions written in place. */
export const orderLines: BenchCase = {
  name: 'map, filter and reduce over 40 lines',
  text: `(
  $taxRate := Tax.Rate;
  $priced := $map(Lines, function($line) {{
    "sku": $line.Product.Code,
    "quantity": $line.Quantity,
    "net": $line.Quantity * $line.UnitPrice * (1 - $line.Discount / 100),
    "isService": $line.Product.Family = "Services"
  }});
  $services := $filter($priced, function($line) { $line.isService and $line.net > 100 });
  $net := $reduce($priced, function($sum, $line) { $sum + $line.net }, 0);
  {
    "orderId": Id,
    "lines": $priced,
    "serviceLines": $count($services),
    "serviceNet": $sum($services.net),
    "net": $net,
    "tax": $net * $taxRate / 100,
    "gross": $net * (1 + $taxRate / 100)
  }
)`,
  input: {
    Id: '8015g00000QwErTAAV',
    Tax: { Code: 'S', Rate: 20 },
    Lines: Array.from({ length: 40 }, (_, index) => ({
      Id: `8025g0000000${index}`,
      Product: { Code: `SKU-${100 + index}`, Family: index % 3 === 0 ? 'Licences' : 'Services' },
      Quantity: (index % 7) + 1,
      UnitPrice: 45.25 + index * 12.5,
      Discount: (index % 4) * 2.5,
    })),
  },
  byHand,
};

interface Order {
  readonly Id: string;
  readonly Tax: { readonly Rate: number };
  readonly Lines: readonly {
    readonly Product: { readonly Code: string; readonly Family?: string };
    readonly Quantity: number;
    readonly UnitPrice: number;
    readonly Discount: number;
  }[];
}

function byHand(input: Order): unknown {
  const taxRate = input.Tax.Rate;
  const lines = input.Lines.map((line) => ({
    sku: line.Product.Code,
    quantity: line.Quantity,
    net: line.Quantity * line.UnitPrice * (1 - line.Discount / 100),
    isService: line.Product.Family === 'Services',
  }));
  const services = lines.filter((line) => line.isService && line.net > 100);
  const net = lines.reduce((sum, line) => sum + line.net, 0);
  return {
    orderId: input.Id,
    lines,
    serviceLines: services.length,
    serviceNet: services.reduce((sum, line) => sum + line.net, 0),
    net,
    tax: (net * taxRate) / 100,
    gross: net * (1 + taxRate / 100),
  };
}
