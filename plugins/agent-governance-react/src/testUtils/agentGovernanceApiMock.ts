import {
  ActionRequest,
  AgentGovernanceApi,
  Delegation,
  Freeze,
  ListActionRequestsOptions,
  McpServer,
  McpTool,
  PolicySummary,
  Replay,
  ReplayFlip,
  Stop,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aCheckpointCoverage,
  anOrganization,
  aConditionSource,
  aLedgerEntry,
  aPresentation,
  aRequest,
  aReconciliation,
  aReview,
  aSnapshot,
  aStop,
  aStopInDetail,
  aReach,
  aSimulation,
  anAgent,
  anAgentIdentity,
  anExplanation,
  anOutlook,
  someConditions,
  somePolicyEffects,
  someAgentCoverage,
  someEnvironments,
} from './builders';
import { delegationsApiMock } from './delegationsApiMock';
import { freezesApiMock } from './freezesApiMock';
import { mcpApiMock } from './mcpApiMock';
import { pageOf } from './pageOf';
import { policiesApiMock } from './policiesApiMock';
import { refuse } from './refuse';
import { replaysApiMock } from './replaysApiMock';

function matches(
  request: ActionRequest,
  filter: ListActionRequestsOptions,
): boolean {
  const same = (wanted: string | undefined, value: string | undefined) =>
    wanted === undefined || wanted === value;
  const among = (wanted: string[] | undefined, value: string) =>
    !wanted?.length || wanted.includes(value);
  return (
    same(filter.target, request.targetRef) &&
    same(filter.agent, request.agentRef) &&
    same(filter.action, request.actionId) &&
    same(filter.environment, request.environment) &&
    same(filter.run, request.runId) &&
    among(filter.state, request.state) &&
    among(filter.verdict, request.verdict) &&
    (!filter.waitingForMe || request.state === 'held')
  );
}

/** What the mock knows. @public */
export interface AgentGovernanceApiMockOptions {
  /** Newest first. */
  requests?: ActionRequest[];
  delegations?: Delegation[];
  freezes?: Freeze[];
  policies?: PolicySummary[];
  replays?: Replay[];
  /** Of each replay. */
  replayFlips?: ReplayFlip[];
  stops?: Stop[];
  mcpServers?: McpServer[];
  /** Of all servers, by name. */
  mcpTools?: McpTool[];
  overrides?: Partial<AgentGovernanceApi>;
}

/**
 * A portal in memory: lists filter and page as the real one does, everything else
 * answers with the builders' data. Give `overrides` for the rest.
 *
 * @public
 */
export function agentGovernanceApiMock(
  options: AgentGovernanceApiMockOptions = {},
): AgentGovernanceApi {
  const {
    requests = [aRequest()],
    delegations = [],
    freezes = [],
    policies = [],
    replays = [],
    replayFlips = [],
    stops = [],
    mcpServers = [],
    mcpTools = [],
    overrides,
  } = options;
  const find = async (id: string): Promise<ActionRequest> =>
    requests.find(request => request.id === id) ??
    refuse(404, `No action request ${id}`)();

  return {
    createActionRequest: refuse(403, 'Only agents create requests'),
    callAction: refuse(403, 'Only agents call actions'),
    withdrawActionRequest: refuse(403, 'Only the agent withdraws its request'),
    reportOutcome: refuse(403, 'Only the agent reports on its request'),
    listActions: async () => [
      {
        id: 'deployments:deploy',
        title: 'Deploy a version',
        description: 'Rolls out a version of a component.',
        effectClass: 'keyed',
        undo: 'deployments:rollback',
        inputSchema: {},
        targetKinds: ['component'],
        requiresContext: ['runbook'],
        quotesContext: true,
        takesSecrets: false,
        derivesTarget: false,
        tags: [],
      },
    ],
    getActionRequest: find,
    listActionRequests: async (filter = {}) =>
      pageOf(
        requests.filter(request => matches(request, filter)),
        filter,
      ),
    getContext: async entityRef => aSnapshot({ entityRef }),
    getOutlook: async (targetRef, { agent }) =>
      anOutlook({ targetRef, agentRef: agent }),
    getConditions: async entityRef => someConditions({ entityRef }),
    listConditionSources: async () => [aConditionSource()],
    explainActionRequest: async id =>
      anExplanation({ request: await find(id) }),
    getReviewPresentation: async id => {
      const request = await find(id);
      return aPresentation({
        requestId: id,
        holdDecisionId: request.holdDecisionId,
        content: { request },
      });
    },
    submitReview: async (id, input) =>
      aReview({ ...input, requestId: id, reviewerRef: 'user:default/me' }),
    reconcileActionRequest: async (id, { outcome, comment }) => {
      const reconciliation = { ...aReconciliation(), outcome, comment };
      return { ...(await find(id)), state: 'reconciled', reconciliation };
    },
    signOffContext: async (entityRef, input) => ({
      id: 'sign-off-1',
      entityRef,
      factType: input.factType,
      digest: input.digest,
      personRef: 'user:default/me',
      standing: 'group:default/payments',
      signedOffAt: '2026-11-20T09:40:00.000Z',
      valid: true,
    }),
    ...delegationsApiMock(delegations),
    ...freezesApiMock(freezes),
    ...mcpApiMock({ servers: mcpServers, tools: mcpTools }),
    ...policiesApiMock(policies),
    ...replaysApiMock(replays, replayFlips),
    listStops: async (filter = {}) =>
      pageOf(
        stops.filter(({ state }) => !filter.state || filter.state === state),
        filter,
      ),
    getStop: async id => {
      const stop = stops.find(candidate => candidate.id === id);
      return stop ? aStopInDetail(stop) : refuse(404, `No stop ${id}`)();
    },
    previewStop: async () => ({
      allowed: true,
      because: 'You own everything in this scope.',
      impact: { held: 2, authorised: 1, cutOff: 1, finishing: 0 },
    }),
    pullStop: async ({ scope, reason }) =>
      aStop({ scope, reason, pulledBy: 'user:default/me' }),
    releaseStop: async id => {
      const stop = stops.find(candidate => candidate.id === id);
      return stop ?? refuse(404, `No stop ${id}`)();
    },
    listAgents: async () => [anAgent()],
    getAgentIdentity: async agentRef => anAgentIdentity({ agentRef }),
    getReach: async (agentRef, query) => aReach(agentRef, query),
    simulate: async input => aSimulation(input),
    exportOrganization: async () => anOrganization(),
    listEnvironments: async () => someEnvironments(),
    getCheckpointCoverage: async () => aCheckpointCoverage(),
    getPolicyEffects: async policyRef => somePolicyEffects({ policyRef }),
    getCoverage: async () => someAgentCoverage(),
    listLedgerEntries: async (page = {}) => pageOf([aLedgerEntry()], page),
    verifyLedger: async () => ({
      ok: true,
      entries: 1,
      streams: 1,
      findings: [],
      limits: ['A removed tail is not detected.'],
    }),
    reportContext: refuse(403, 'Only configured sources report context'),
    ...overrides,
  };
}
