import { Caller } from '../Caller';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AgentOwners } from '../visibility/AgentOwners';
import { ViewSources } from '../visibility/CallerView';
import { LedgerReaders } from '../visibility/LedgerReaders';

export const ana: Extract<Caller, { kind: 'person' }> = {
  kind: 'person',
  ref: 'user:default/ana',
  credentials: mockCredentials.user('user:default/ana'),
};

export const bot: Extract<Caller, { kind: 'agent' }> = {
  kind: 'agent',
  ref: 'agent:default/bot',
  credentials: mockCredentials.user('agent:default/bot'),
};

export const other: Extract<Caller, { kind: 'service' }> = {
  kind: 'service',
  subject: 'plugin:other',
  credentials: mockCredentials.service('plugin:other'),
};

/** Who may read what, who is an auditor, and who owns the agent `agent:default/bot`. */
export function viewSources(options: {
  readable: string[];
  isAuditor?: boolean;
  ownsBot?: boolean;
}) {
  const readable = jest.fn(
    async (refs: string[], _caller: Caller) =>
      new Set(refs.filter(ref => options.readable.includes(ref))),
  );
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = { createEvent: jest.fn().mockResolvedValue(event) };
  const authorize = jest.fn().mockResolvedValue([
    {
      result: options.isAuditor ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    },
  ]);
  const sources: ViewSources = {
    visibility: { readable },
    owners: AgentOwners.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'agent-governance.io/v1alpha1',
            kind: 'Agent',
            metadata: { name: 'bot', namespace: 'default' },
            relations: [{ type: 'ownedBy', targetRef: 'group:default/owners' }],
          },
        ],
      }),
      people: {
        refsOf: async ref =>
          options.ownsBot ? [ref, 'group:default/owners'] : [ref],
        standing: async () => undefined,
        membersOf: async () => [],
      },
    }),
    readers: LedgerReaders.create({
      permissions: mockServices.permissions.mock({ authorize }),
      auditor,
    }),
  };
  return { sources, readable, authorize, auditor, event };
}
