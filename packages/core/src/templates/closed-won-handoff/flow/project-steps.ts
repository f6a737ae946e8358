import type { FlowInput } from '../../../flow/definition.ts';

type Steps = FlowInput['body'];

/** Client, project, work breakdown and team in Kantata. Everything that a failed run created there is undone. */
export const projectSteps: Steps = [
  {
    id: 'writeClient',
    name: 'Client in Kantata',
    kind: 'write',
    config: {
      connection: 'kantata',
      object: 'workspace_groups',
      operation: 'upsert',
      mapping: 'customer-to-kantata-client',
      input: '$steps.mapCustomer',
      identity: {
        externalId: '$steps.mapCustomer.id',
        entity: 'customer',
        canonicalId: '$steps.mapCustomer.id',
        match: [
          { by: 'link' },
          { by: 'external-id' },
          { by: 'field', field: 'name', value: '$steps.mapCustomer.name' },
        ],
      },
    },
  },
  {
    id: 'writeProject',
    name: 'Project in Kantata',
    kind: 'write',
    config: {
      connection: 'kantata',
      object: 'workspaces',
      operation: 'upsert',
      mapping: 'project-to-kantata-workspace',
      input: '{ "project": $steps.mapProject, "clientId": $steps.writeClient.id }',
      identity: {
        externalId: '$steps.mapProject.id',
        entity: 'project',
        canonicalId: '$steps.mapProject.id',
        match: [{ by: 'link' }, { by: 'external-id' }],
      },
      undo: { operation: 'delete' },
    },
  },
  {
    id: 'writeWork',
    name: 'Work breakdown',
    kind: 'for-each',
    config: { items: '[$steps.mapProject.phases]', itemKey: '$item.id' },
    bodies: {
      each: [
        {
          id: 'writePhase',
          name: 'Phase in Kantata',
          kind: 'write',
          config: {
            connection: 'kantata',
            object: 'stories',
            operation: 'upsert',
            mapping: 'project-work-to-kantata-story',
            input: '{ "project": $steps.mapProject, "work": $item, "workspaceId": $steps.writeProject.id }',
            identity: {
              externalId: '$steps.mapProject.id & ":" & $item.id',
              match: [{ by: 'external-id' }],
            },
            undo: { operation: 'delete' },
          },
        },
        {
          id: 'writeTasks',
          name: 'Its tasks and milestones',
          kind: 'for-each',
          config: {
            items:
              '[$append($steps.mapProject.tasks[phaseId = $item.id], $steps.mapProject.milestones[phaseId = $item.id])]',
            itemKey: '$item.id',
          },
          bodies: {
            each: [
              {
                id: 'writeTask',
                name: 'Task in Kantata',
                kind: 'write',
                config: {
                  connection: 'kantata',
                  object: 'stories',
                  operation: 'upsert',
                  mapping: 'project-work-to-kantata-story',
                  input: `{
  "project": $steps.mapProject,
  "work": $item,
  "workspaceId": $steps.writeProject.id,
  "parentId": $steps.writePhase.id
}`,
                  identity: { externalId: '$item.id', match: [{ by: 'external-id' }] },
                  undo: { operation: 'delete' },
                },
              },
            ],
          },
        },
      ],
    },
  },
  {
    id: 'writeTeam',
    name: 'Roles and rates',
    kind: 'for-each',
    config: { items: '[$steps.mapProject.roles]', itemKey: '$item.roleCode' },
    bodies: {
      each: [
        {
          id: 'writeRole',
          name: 'Role with the rate that was sold',
          kind: 'write',
          config: {
            connection: 'kantata',
            object: 'workspace_resources',
            operation: 'upsert',
            mapping: 'project-role-to-kantata-resource',
            input: '{ "role": $item, "workspaceId": $steps.writeProject.id }',
            identity: { externalId: '$steps.mapProject.id & ":" & $item.roleCode', match: [{ by: 'external-id' }] },
            undo: { operation: 'delete' },
          },
        },
      ],
    },
  },
];
