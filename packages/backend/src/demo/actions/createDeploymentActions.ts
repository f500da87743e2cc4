import { createGovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { DemoWorldClient } from './DemoWorldClient';
import { outsideName } from './outsideName';

const SERVICE = 'acme.io/deployment-id';

/** Rolling out and rolling back: each undoes the other. */
export function createDeploymentActions(world: DemoWorldClient) {
  return [
    createGovernedAction({
      id: 'deployments:deploy',
      title: 'Deploy',
      description: 'Rolls a version of a service out',
      effectClass: 'keyed',
      undo: 'deployments:rollback',
      targetKinds: ['component'],
      inputSchema: {
        type: 'object',
        additionalProperties: false,
        required: ['version'],
        properties: {
          version: {
            type: 'string',
            description: 'The version to roll out, for example 1.4.2',
            pattern: '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$',
          },
        },
      },
      tags: ['deployment'],
      executor: {
        execute: async context =>
          world.post(
            '/deployments',
            {
              service: outsideName(context.target, SERVICE),
              environment: context.environment,
              version: context.input.version,
            },
            context,
          ),
      },
    }),
    createGovernedAction({
      id: 'deployments:rollback',
      title: 'Roll back',
      description: 'Goes back to the version that ran before',
      effectClass: 'keyed',
      undo: 'deployments:deploy',
      targetKinds: ['component'],
      inputSchema: { type: 'object', additionalProperties: false },
      tags: ['deployment'],
      executor: {
        execute: async context =>
          world.post(
            '/deployments/rollbacks',
            {
              service: outsideName(context.target, SERVICE),
              environment: context.environment,
            },
            context,
          ),
      },
    }),
  ];
}
