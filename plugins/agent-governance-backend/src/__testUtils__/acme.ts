import {
  GovernedAction,
  createGovernedAction,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { entity } from './entity';

/** A small company: two teams, an agent, and what it acts on. */
export const acme = [
  entity('Group', 'payments', { type: 'team', children: [] }),
  entity('Group', 'checkout', { type: 'team', children: [] }),
  entity('Group', 'sre', { type: 'team', children: [] }),
  entity('User', 'olivia', { memberOf: ['payments'] }),
  entity('User', 'otto', { memberOf: ['payments'] }),
  entity('User', 'carl', { memberOf: ['checkout'] }),
  entity('User', 'vera', { memberOf: [] }),
  entity('User', 'nobody-in-particular', { memberOf: [] }),
  entity('System', 'pay', { owner: 'payments' }),
  entity('Component', 'payments-api', {
    type: 'service',
    lifecycle: 'production',
    owner: 'payments',
    system: 'pay',
  }),
  entity('Component', 'checkout-web', {
    type: 'website',
    lifecycle: 'production',
    owner: 'checkout',
  }),
  entity('Agent', 'deploy-bot', {
    type: 'deployer',
    lifecycle: 'production',
    owner: 'payments',
    autonomy: 'autonomous',
    operates: ['payments-api'],
  }),
  entity('Agent', 'other-bot', {
    type: 'deployer',
    lifecycle: 'production',
    owner: 'payments',
    autonomy: 'autonomous',
    operates: ['payments-api'],
  }),
];

/** What the outside world saw of one executor. */
export class Outside {
  readonly calls: Array<{ key: string; target: string; attempt: number }> = [];
  readonly accepted = new Set<string>();
  /** Runs before the effect is answered; throws to break it. */
  behave: (signal: AbortSignal) => Promise<void> = async () => {};

  action(change: Partial<GovernedAction> = {}): GovernedAction {
    return createGovernedAction({
      id: 'deployments:deploy',
      title: 'Deploy',
      description: 'Deploys a version',
      effectClass: 'keyed',
      undo: 'deployments:rollback',
      targetKinds: ['component'],
      inputSchema: {
        type: 'object',
        required: ['version'],
        additionalProperties: false,
        properties: { version: { type: 'string', maxLength: 20 } },
      },
      executor: {
        execute: async ({ idempotencyKey, target, attempt, signal }) => {
          this.calls.push({ key: idempotencyKey, target: target.ref, attempt });
          this.accepted.add(idempotencyKey);
          await this.behave(signal);
          return { output: { deployed: true } };
        },
      },
      ...change,
    });
  }

  /** Deploy, its undo, one without undo that needs good context, and a read that wants a quote. */
  actions(): GovernedAction[] {
    return [
      this.action(),
      this.action({ id: 'deployments:rollback', title: 'Roll back' }),
      this.action({
        id: 'tickets:escalate',
        title: 'Escalate a ticket',
        undo: undefined,
        requiresContext: ['template'],
        quotesContext: true,
        inputSchema: {
          type: 'object',
          additionalProperties: false,
          properties: {},
        },
      }),
      this.action({
        id: 'warehouse:query',
        title: 'Query a dataset',
        effectClass: 'read',
        undo: undefined,
        quotesContext: true,
        inputSchema: {
          type: 'object',
          additionalProperties: false,
          properties: {},
        },
      }),
    ];
  }
}
