import type { TemplateMapping } from '../../template.ts';
import { billingScheduleSamples } from '../samples/billing-schedule-samples.ts';

/** When and how much of the contract is invoiced, as far as that is known when the deal is won. */
export const contractToBillingSchedule: TemplateMapping = {
  kind: 'mapping',
  key: 'contract-to-billing-schedule',
  name: 'Contract to billing schedule',
  description: 'The billing model of a contract becomes a plan of invoices.',
  document: {
    format: 1,
    source: { kind: 'entity', entity: 'contract', version: '1.0.0' },
    target: { kind: 'entity', entity: 'billing-schedule', version: '1.0.0' },
    text: `(
  $contract := $;
  $isMonthly := billingModel in ["monthly-in-arrears", "monthly-in-advance"];
  $total := totalAmount.amount;

  /* Each instalment is a percentage of the total. The last one takes the rounding difference, so that the sum is 100. */
  $withPercent := function($items) {(
    $shares := [$items.$divide($multiply(amount.amount, 100), $total, 4)];
    [$map($items, function($item, $index) {
      $merge([$item, {
        "percent": $index < $count($items) - 1 ? $shares[$index]
          : $subtract(100, $add([$filter($shares, function($share, $at) { $at < $index })]))
      }])
    })]
  )};

  /* The number of months from start to end, where a month that has begun counts. It is at least one. */
  $monthOf := function($day) { $number($substring($day, 0, 4)) * 12 + $number($substring($day, 5, 2)) };
  $months := $monthOf(endDate) - $monthOf(startDate) + 1;
  $share := $roundDecimal($divide($total, $months, 10), 2, "down");

  /* The last month takes the rounding difference here too. */
  $monthly := function() {
    [[1..$months].(
      $n := $;
      $first := $dateAdd($substring($contract.startDate, 0, 8) & "01", $n - 1, "month");
      $amount := $n = $months ? $subtract($total, $multiply($share, $months - 1)) : $share;
      {
        "id": $contract.id & ":" & $n,
        "sequence": $n,
        "description": $substring($first, 0, 7),
        "dueDate": $contract.billingModel = "monthly-in-arrears" ? $dateEnd($first, "month")
          : $n = 1 ? $contract.startDate : $first,
        "amount": $money($amount, $contract.currency)
      }
    )]
  };

  $dueOf := function($line) { $line.serviceDate > $contract.startDate ? $line.serviceDate : $contract.endDate };
  $perLine := function($lines, $byMilestone) {
    [$map($sort($lines, function($one, $other) { $dueOf($one) > $dueOf($other) }), function($line, $index) {
      {
        "id": $line.id,
        "sequence": $index + 1,
        "description": $line.name,
        "dueDate": $dueOf($line),
        "amount": $line.amount,
        "milestoneId": $byMilestone and $line.kind = "milestone" ? $line.id
      }
    })]
  };

  $compact({
    "id": id,
    "contractId": id,
    "name": $substring(name, 0, 255),
    "billingModel": billingModel,
    "frequency": $isMonthly ? "monthly"
      : billingModel = "upfront" ? "once"
      : billingModel = "on-milestone" ? "on-event"
      : "custom",
    "isInArrears": billingModel != "monthly-in-advance" and billingModel != "upfront",
    "startDate": startDate,
    "endDate": endDate,
    "currency": currency,
    "totalAmount": totalAmount,
    "paymentTerms": paymentTerms,
    /* Time and materials are billed as the work is done, so there is nothing to plan. */
    "instalments": contractType = "time-and-materials" and $isMonthly ? []
      : $isMonthly ? $withPercent($monthly())
      : billingModel = "upfront" ? [{
          "id": id & ":1", "sequence": 1, "description": name, "dueDate": startDate,
          "amount": totalAmount, "percent": "100"
        }]
      : $withPercent($perLine(lines, billingModel = "on-milestone"))
  })
)`,
    tests: billingScheduleSamples,
  },
};
