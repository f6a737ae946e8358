import type { TemplateMapping } from '../../template.ts';
import { projectSamples } from '../samples/project-samples.ts';

/** What was sold becomes what is delivered: phases and tasks from the lines, roles with the rates that were sold. */
export const contractToProject: TemplateMapping = {
  kind: 'mapping',
  key: 'contract-to-project',
  name: 'Contract to project',
  description: 'The lines of a contract become phases, tasks, milestones and roles.',
  document: {
    format: 1,
    source: { kind: 'entity', entity: 'contract', version: '1.0.0' },
    target: { kind: 'entity', entity: 'project', version: '1.0.0' },
    text: `(
  $contract := $;
  $phaseOf := function($line) { $line.phase ? $line.phase : "Delivery" };
  $names := $distinct([lines.($phaseOf($))]);
  $hoursOf := function($line) {
    $line.unit = "hour" ? $line.quantity
      : $line.unit = "day" ? $multiply($line.quantity, 8)
  };

  /* No milestone is reached on the first day. Such a date means that nobody has planned it. */
  /* The tasks come first, then the milestones that close the phase. */
  $numbered := function($items) { [$map($items, function($item, $index) { $merge([$item, { "sequence": $index + 1 }]) })] };

  $work := [$map($names, function($name) {(
    $inPhase := $contract.lines[$phaseOf($) = $name];
    $numbered([
      $inPhase[kind != "milestone"].{
        "isTask": true, "id": id, "phaseId": $slug($name), "name": name,
        "roleCode": roleCode, "plannedHours": $hoursOf($), "budget": amount,
        "startDate": serviceDate ? serviceDate : $contract.startDate, "endDate": $contract.endDate
      },
      $inPhase[kind = "milestone"].{
        "isTask": false, "id": id, "phaseId": $slug($name), "name": name,
        "dueDate": serviceDate > $contract.startDate ? serviceDate : $contract.endDate, "amount": amount
      }
    ])
  )})].$;

  $hourly := lines[kind = "role" and unit in ["hour", "day"]];

  $compact({
    "id": id,
    "name": name,
    "contractId": id,
    "customerId": customerId,
    "status": "planned",
    "contractType": contractType,
    "legalEntity": legalEntity,
    "deliveryRegion": deliveryRegion,
    "practice": practice,
    "currency": currency,
    "startDate": startDate,
    "endDate": endDate,
    "budget": totalAmount,
    "owner": owner,
    "phases": [$map($names, function($name, $index) {
      {
        "id": $slug($name),
        "name": $name,
        "sequence": $index + 1,
        "startDate": $contract.startDate,
        "endDate": $contract.endDate
      }
    })],
    "tasks": [$work[isTask] ~> |$|{}, ["isTask"]|],
    "milestones": [$work[$not(isTask)] ~> |$|{}, ["isTask"]|],
    /* Each role has one rate: the amount sold divided by the hours sold. */
    "roles": [$map($distinct($hourly.roleCode), function($code) {(
      $sold := $hourly[roleCode = $code];
      $hours := $add($sold.($hoursOf($)));
      {
        "roleCode": $code,
        "billRate": $money($divide($add($sold.amount.amount), $hours, 4), $contract.currency),
        "plannedHours": $hours
      }
    )})]
  })
)`,
    tests: projectSamples,
  },
};
