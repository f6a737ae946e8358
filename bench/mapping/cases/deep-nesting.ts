import type { BenchCase } from '../bench-case.ts';

/** A programme's work breakdown, five levels deep, with totals over the levels below. */
export const deepNesting: BenchCase = {
  name: 'deep nesting, work breakdown of 5 levels',
  text: `{
  "programme": Programme.Code,
  "sponsor": Programme.Customer.Contact.Name.Full,
  "projects": [Programme.Projects.{
    "code": Code,
    "manager": Team.Lead.Person.Email,
    "phases": [Phases.{
      "name": Name,
      "start": Plan.Dates.Start,
      "tasks": [Tasks.{
        "id": Id,
        "title": Title,
        "effort": Effort.Planned.Hours,
        "assignments": [Assignments[Share > 0].{
          "person": Person.Employee.Number,
          "role": Person.Role.Code,
          "hours": Share * Hours.Planned
        }]
      }],
      "plannedHours": $sum(Tasks.Effort.Planned.Hours)
    }],
    "plannedHours": $sum(Phases.Tasks.Effort.Planned.Hours)
  }]
}`,
  input: {
    Programme: {
      Code: 'PRG-7',
      Customer: { Contact: { Name: { Full: 'Marta Lindqvist' } } },
      Projects: Array.from({ length: 3 }, (_, project) => ({
        Code: `P${project}`,
        Team: { Lead: { Person: { Email: `lead${project}@halden-pike.example` } } },
        Phases: Array.from({ length: 4 }, (__, phase) => ({
          Name: `Phase ${phase + 1}`,
          Plan: { Dates: { Start: `2026-0${phase + 1}-01`, End: `2026-0${phase + 1}-28` } },
          Tasks: Array.from({ length: 5 }, (___, task) => ({
            Id: `T${project}${phase}${task}`,
            Title: `Task ${task + 1}`,
            Effort: { Planned: { Hours: 8 + task * 4 }, Actual: { Hours: 7.5 } },
            Assignments: Array.from({ length: 3 }, (____, person) => ({
              Person: { Employee: { Number: `E${person + task}` }, Role: { Code: person === 0 ? 'ARC' : 'CON' } },
              Share: person === 2 && task % 2 === 0 ? 0 : 0.5,
              Hours: { Planned: 8 + task * 4 },
            })),
          })),
        })),
      })),
    },
  },
  byHand,
};

interface Input {
  readonly Programme: {
    readonly Code: string;
    readonly Customer: { readonly Contact: { readonly Name: { readonly Full: string } } };
    readonly Projects: readonly Project[];
  };
}
interface Project {
  readonly Code: string;
  readonly Team: { readonly Lead: { readonly Person: { readonly Email: string } } };
  readonly Phases: readonly Phase[];
}
interface Phase {
  readonly Name: string;
  readonly Plan: { readonly Dates: { readonly Start: string } };
  readonly Tasks: readonly Task[];
}
interface Task {
  readonly Id: string;
  readonly Title: string;
  readonly Effort: { readonly Planned: { readonly Hours: number } };
  readonly Assignments: readonly {
    readonly Person: { readonly Employee: { readonly Number: string }; readonly Role: { readonly Code: string } };
    readonly Share: number;
    readonly Hours: { readonly Planned: number };
  }[];
}

function byHand({ Programme: programme }: Input): unknown {
  return {
    programme: programme.Code,
    sponsor: programme.Customer.Contact.Name.Full,
    projects: programme.Projects.map((project) => {
      const phases = project.Phases.map(phaseOf);
      let plannedHours = 0;
      for (const phase of phases) plannedHours += phase.plannedHours;
      return { code: project.Code, manager: project.Team.Lead.Person.Email, phases, plannedHours };
    }),
  };
}

function phaseOf(phase: Phase) {
  let plannedHours = 0;
  for (const task of phase.Tasks) plannedHours += task.Effort.Planned.Hours;
  return { name: phase.Name, start: phase.Plan.Dates.Start, tasks: phase.Tasks.map(taskOf), plannedHours };
}

function taskOf(task: Task): unknown {
  const assignments: unknown[] = [];
  for (const { Person: person, Share: share, Hours: hours } of task.Assignments) {
    if (share <= 0) continue;
    assignments.push({ person: person.Employee.Number, role: person.Role.Code, hours: share * hours.Planned });
  }
  return { id: task.Id, title: task.Title, effort: task.Effort.Planned.Hours, assignments };
}
