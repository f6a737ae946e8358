import type { Problem } from '../problem.ts';
import type { StepOf } from '../step.ts';
import { escapePointer } from '../steps/step-kind.ts';
import type { ValidationContext } from '../validation-context.ts';
import type { VisitedStep } from '../walk.ts';
import { isCustomField, objectOf, unknownChildren, type FoundObject } from './objects.ts';
import { known, stepProblem } from './step-report.ts';

/** Checks the fields by which a read step finds records, and its child lists, against the object. */
export function readProblems(at: VisitedStep, step: StepOf<'read'>, context: ValidationContext): Problem[] {
  const found = objectOf(step.config.connection, step.config.object, context);
  if (found === undefined) return [];
  return [...findProblems(at, step, found), ...includeProblems(at, step, found)];
}

function findProblems(at: VisitedStep, { config }: StepOf<'read'>, { manifest, object }: FoundObject): Problem[] {
  const { find } = config;
  switch (find.by) {
    case 'id':
      return [];
    case 'external-id': {
      if (object.identity.external !== undefined) return [];
      const message = `${object.title} keeps no id of ours, so it cannot be found by one. Find it by fields.`;
      return [stepProblem(at, '/find/by', 'NO_EXTERNAL_ID', message)];
    }
    case 'fields':
      return Object.keys(find.fields)
        .filter((name) => !object.lookupFields.includes(name) && object.identity.field !== name)
        .map((name) => {
          const message = `${object.title} cannot be found by "${name}". ${known(name, object.lookupFields)}`;
          return stepProblem(at, `/find/fields/${escapePointer(name)}`, 'NOT_A_LOOKUP_FIELD', message);
        });
    case 'list': {
      const fields = [...Object.keys(object.schema.properties ?? {}), ...object.lookupFields];
      return Object.keys(find.where)
        .filter((name) => !fields.includes(name) && !isCustomField(manifest, name))
        .map((name) => {
          const message = `${object.title} has no field "${name}". ${known(name, fields)}`;
          return stepProblem(at, `/find/where/${escapePointer(name)}`, 'UNKNOWN_FIELD', message);
        });
    }
  }
}

const includeProblems = (at: VisitedStep, { config }: StepOf<'read'>, found: FoundObject): Problem[] =>
  unknownChildren(found, config.include, (index, message) =>
    stepProblem(at, `/include/${index}`, 'UNKNOWN_CHILD', message),
  );
