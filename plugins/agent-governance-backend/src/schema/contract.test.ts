import { execFileSync } from 'node:child_process';
import {
  AgentGovernanceApi,
  AgentGovernanceClient,
} from '@agentgov/backstage-plugin-agent-governance-common';
import * as model from '@agentgov/backstage-plugin-agent-governance-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createRoutes } from '../edges/http/createRoutes';
import { OperationId } from '../edges/http/Route';
import { stubServices } from '../edges/http/__testUtils__/routeCases';
import { components } from './generated/openapi';
import { spec } from './generated/spec';

type Schemas = components['schemas'];

/** Fails to compile unless the two have the same keys, and what we answer with fits the contract. */
type Agrees<Model, Schema> = [keyof Model] extends [keyof Schema]
  ? [keyof Schema] extends [keyof Model]
    ? Model extends Schema
      ? true
      : 'a field differs in type'
    : 'the contract has a field the model has not'
  : 'the model has a field the contract has not';

function agrees<_T extends true>() {}

/** Checked by the compiler; a new field in the model stops the build until the contract has it. */
function checkedByTheCompiler() {
  agrees<Agrees<model.ActionDescription, Schemas['ActionDescription']>>();
  agrees<Agrees<model.ActionRequest, Schemas['ActionRequest']>>();
  agrees<Agrees<model.AgentSummary, Schemas['AgentSummary']>>();
  agrees<Agrees<model.AlternativeProgress, Schemas['AlternativeProgress']>>();
  agrees<Agrees<model.Checkpoint, Schemas['Checkpoint']>>();
  agrees<
    Agrees<model.CheckpointAlternative, Schemas['CheckpointAlternative']>
  >();
  agrees<Agrees<model.CheckpointProgress, Schemas['CheckpointProgress']>>();
  agrees<Agrees<model.ConditionReport, Schemas['ConditionReport']>>();
  agrees<
    Agrees<model.ConditionReportResult, Schemas['ConditionReportResult']>
  >();
  agrees<
    Agrees<model.ConditionSourceSummary, Schemas['ConditionSourceSummary']>
  >();
  agrees<Agrees<model.EntityConditions, Schemas['EntityConditions']>>();
  agrees<
    Agrees<model.EnvironmentConditions, Schemas['EnvironmentConditions']>
  >();
  agrees<Agrees<model.UnmatchedReport, Schemas['UnmatchedReport']>>();
  agrees<Agrees<model.ContextFact, Schemas['ContextFact']>>();
  agrees<Agrees<model.ContextSignOff, Schemas['ContextSignOff']>>();
  agrees<Agrees<model.ContextSnapshot, Schemas['ContextSnapshot']>>();
  agrees<Agrees<model.ContextStandard, Schemas['ContextStandard']>>();
  agrees<Agrees<model.Decision, Schemas['Decision']>>();
  agrees<Agrees<model.DecisionWithFacts, Schemas['DecisionWithFacts']>>();
  agrees<Agrees<model.Environment, Schemas['Environment']>>();
  agrees<Agrees<model.ExecutionView, Schemas['ExecutionView']>>();
  agrees<Agrees<model.Explanation, Schemas['Explanation']>>();
  agrees<Agrees<model.Fact, Schemas['Fact']>>();
  agrees<Agrees<model.FactChange, Schemas['FactChange']>>();
  agrees<Agrees<model.FactRead, Schemas['FactRead']>>();
  agrees<Agrees<model.Facts, Schemas['Facts']>>();
  agrees<Agrees<model.Facts['agent'], Schemas['Facts']['agent']>>();
  agrees<Agrees<model.Facts['action'], Schemas['Facts']['action']>>();
  agrees<Agrees<model.Facts['target'], Schemas['Facts']['target']>>();
  agrees<Agrees<model.Facts['topology'], Schemas['Facts']['topology']>>();
  agrees<Agrees<model.Facts['history'], Schemas['Facts']['history']>>();
  agrees<Agrees<model.AgentIdentity, Schemas['AgentIdentity']>>();
  agrees<Agrees<model.Reach, Schemas['Reach']>>();
  agrees<Agrees<model.Simulation, Schemas['Simulation']>>();
  agrees<Agrees<model.SimulationInput, Schemas['SimulationInput']>>();
  agrees<Agrees<model.SimulatedDecision, Schemas['SimulatedDecision']>>();
  agrees<Agrees<model.DecisionCore, Schemas['DecisionCore']>>();
  agrees<Agrees<model.FactOverride, Schemas['FactOverride']>>();
  agrees<Agrees<model.DraftedPolicy, Schemas['DraftedPolicy']>>();
  agrees<Agrees<model.PolicyDraft, Schemas['PolicyDraft']>>();
  agrees<Agrees<model.PolicyDraft, Schemas['PolicyDraft']>>();
  agrees<Agrees<model.DraftedPolicy, Schemas['DraftedPolicy']>>();
  agrees<Agrees<model.Replay, Schemas['Replay']>>();
  agrees<Agrees<model.ReplayScope, Schemas['ReplayScope']>>();
  agrees<Agrees<model.ReplayReport, Schemas['ReplayReport']>>();
  agrees<Agrees<model.ReplayCounts, Schemas['ReplayCounts']>>();
  agrees<Agrees<model.ReplayFlip, Schemas['ReplayFlip']>>();
  agrees<Agrees<model.ReplayFlips, Schemas['ReplayFlips']>>();
  agrees<Agrees<model.StartReplayInput, Schemas['StartReplayInput']>>();
  agrees<Agrees<model.Coverage, Schemas['Coverage']>>();
  agrees<Agrees<model.PluginCoverage, Schemas['PluginCoverage']>>();
  agrees<Agrees<model.Freeze, Schemas['Freeze']>>();
  agrees<Agrees<model.FreezeScope, Schemas['FreezeScope']>>();
  agrees<Agrees<model.FreezeRecurrence, Schemas['FreezeRecurrence']>>();
  agrees<Agrees<model.FreezeAgenda, Schemas['FreezeAgenda']>>();
  agrees<Agrees<model.FreezeCalendar, Schemas['FreezeCalendar']>>();
  agrees<Agrees<model.FreezeCoverage, Schemas['FreezeCoverage']>>();
  agrees<Agrees<model.FreezeDetails, Schemas['FreezeDetails']>>();
  agrees<Agrees<model.FreezeException, Schemas['FreezeException']>>();
  agrees<Agrees<model.FreezeImport, Schemas['FreezeImport']>>();
  agrees<Agrees<model.FreezeImportEvent, Schemas['FreezeImportEvent']>>();
  agrees<Agrees<model.FreezePreview, Schemas['FreezePreview']>>();
  agrees<
    Agrees<model.AskFreezeExceptionInput, Schemas['AskFreezeExceptionInput']>
  >();
  agrees<Agrees<model.FreezeStepInput, Schemas['FreezeStepInput']>>();
  agrees<Agrees<model.ImportFreezesInput, Schemas['ImportFreezesInput']>>();
  agrees<Agrees<model.LedgerEntryView, Schemas['LedgerEntryView']>>();
  agrees<Agrees<model.LedgerEnvelope, Schemas['LedgerEnvelope']>>();
  agrees<Agrees<model.LedgerVerification, Schemas['LedgerVerification']>>();
  agrees<Agrees<model.LevelResult, Schemas['LevelResult']>>();
  agrees<Agrees<model.Organization, Schemas['Organization']>>();
  agrees<Agrees<model.Outlook, Schemas['Outlook']>>();
  agrees<Agrees<model.OutlookAction, Schemas['OutlookAction']>>();
  agrees<Agrees<model.OutlookVerdict, Schemas['OutlookVerdict']>>();
  agrees<Agrees<model.CheckpointCoverage, Schemas['CheckpointCoverage']>>();
  agrees<
    Agrees<model.CheckpointCoverageCell, Schemas['CheckpointCoverageCell']>
  >();
  agrees<Agrees<model.CoveringRule, Schemas['CoveringRule']>>();
  agrees<Agrees<model.PolicyEffects, Schemas['PolicyEffects']>>();
  agrees<Agrees<model.PolicyDetail, Schemas['PolicyDetail']>>();
  agrees<Agrees<model.PendingPolicyChange, Schemas['PendingPolicyChange']>>();
  agrees<Agrees<model.PolicyPage, Schemas['PolicyPage']>>();
  agrees<Agrees<model.PolicyResult, Schemas['PolicyResult']>>();
  agrees<Agrees<model.PolicySummary, Schemas['PolicySummary']>>();
  agrees<Agrees<model.Stop, Schemas['Stop']>>();
  agrees<Agrees<model.StopDetails, Schemas['StopDetails']>>();
  agrees<Agrees<model.StopPreview, Schemas['StopPreview']>>();
  agrees<Agrees<model.Review, Schemas['Review']>>();
  agrees<Agrees<model.ReviewerLookup, Schemas['ReviewerLookup']>>();
  agrees<Agrees<model.ReviewersFound, Schemas['ReviewersFound']>>();
  agrees<Agrees<model.ReviewProgress, Schemas['ReviewProgress']>>();
  agrees<Agrees<model.ReviewSummary, Schemas['ReviewSummary']>>();
  agrees<Agrees<model.ReviewPresentation, Schemas['ReviewPresentation']>>();
  agrees<
    Agrees<
      model.ReviewPresentationContent,
      Schemas['ReviewPresentationContent']
    >
  >();
  agrees<Agrees<model.RuleResult, Schemas['RuleResult']>>();
  agrees<Agrees<model.UnblockStep, Schemas['UnblockStep']>>();
  agrees<
    Agrees<model.CreateActionRequestInput, Schemas['CreateActionRequestInput']>
  >();
  agrees<Agrees<model.ActionCallInput, Schemas['ActionCallInput']>>();
  agrees<Agrees<model.SubmitReviewInput, Schemas['SubmitReviewInput']>>();
  agrees<Agrees<model.CreateFreezeInput, Schemas['CreateFreezeInput']>>();
  agrees<Agrees<model.Delegation, Schemas['Delegation']>>();
  agrees<Agrees<model.DelegationDetails, Schemas['DelegationDetails']>>();
  agrees<Agrees<model.GrantDelegationInput, Schemas['GrantDelegationInput']>>();
  agrees<
    Agrees<model.VotePolicyChangeInput, Schemas['VotePolicyChangeInput']>
  >();
  agrees<Agrees<model.ConfirmPolicyInput, Schemas['ConfirmPolicyInput']>>();
  agrees<Agrees<model.SignOffInput, Schemas['SignOffInput']>>();
  agrees<Agrees<model.ContextReportInput, Schemas['ContextReportInput']>>();
  agrees<
    [OperationId] extends [keyof AgentGovernanceApi]
      ? [keyof AgentGovernanceApi] extends [OperationId]
        ? true
        : 'a method of the client is missing from the contract'
      : 'an operation of the contract is missing from the client'
  >();
}

/** Operations of callers the portal knows. What asks for no token of the portal's has a door of its own. */
const operations = Object.entries(spec.paths!).flatMap(([path, item]) =>
  (['get', 'post'] as const).flatMap(method => {
    const operation = item?.[method];
    return operation && operation.security?.length !== 0
      ? [`${operation.operationId} ${method.toUpperCase()} ${path}`]
      : [];
  }),
);

/** What each method of the client is called with here; the results do not matter. */
const calls: {
  [M in keyof AgentGovernanceApi]: Parameters<AgentGovernanceApi[M]>;
} = {
  createActionRequest: [
    { action: 'a', target: 't', environment: 'e', input: {} },
    { idempotencyKey: 'k' },
  ],
  callAction: [{ action: 'a', input: {} }],
  withdrawActionRequest: ['r-1'],
  listActions: [],
  getActionRequest: ['r-1'],
  listActionRequests: [],
  getContext: ['component:default/payments'],
  getOutlook: ['component:default/payments', { agent: 'agent:default/a' }],
  explainActionRequest: ['r-1'],
  getReviewPresentation: ['r-1'],
  reportOutcome: ['r-1', { outcome: 'failed' }],
  reconcileActionRequest: [
    'r-1',
    { outcome: 'failed', comment: 'c', revision: 1 },
  ],
  submitReview: [
    'r-1',
    { holdDecisionId: 'd', presentationDigest: 'p', verdict: 'approve' },
  ],
  signOffContext: [
    'component:default/payments',
    { factType: 'f', digest: 'd' },
  ],
  getConditions: ['component:default/payments'],
  listConditionSources: [],
  listFreezes: [],
  mayFreeze: [{ environments: ['e'] }],
  getFreezeAgenda: [{ from: '', to: '' }],
  getFreeze: ['f-1'],
  previewFreeze: [{ scope: {}, reason: '' }],
  askFreezeException: ['f-1', { scope: {}, from: '', to: '', reason: '' }],
  approveFreezeException: ['f-1', 'e-1', { revision: 1 }],
  endFreezeException: ['f-1', 'e-1', { revision: 1 }],
  importFreezes: [{ ics: '', scope: {}, zone: '' }],
  listFreezeCalendars: [],
  createFreeze: [{ scope: {}, from: '', to: '', reason: '' }],
  endFreeze: ['f-1', { revision: 1 }],
  listMcpServers: [],
  listMcpTools: ['tickets'],
  getMcpTool: ['tickets', 'close_ticket'],
  acceptMcpTool: ['tickets', 'close_ticket', { digest: 'd' }],
  listPolicies: [],
  getPolicy: ['agentpolicy:default/p'],
  confirmPolicy: ['agentpolicy:default/p', { revision: 1 }],
  getPolicyText: ['agentpolicy:default/p', 'a'.repeat(64)],
  approvePolicyChange: [
    'agentpolicy:default/p',
    { revision: 1, to: 'a'.repeat(64) },
  ],
  rejectPolicyChange: [
    'agentpolicy:default/p',
    { revision: 1, from: 'a'.repeat(64), comment: 'No' },
  ],
  listStops: [],
  getStop: ['s-1'],
  previewStop: [{ kind: 'everything' }],
  pullStop: [{ scope: { kind: 'everything' }, reason: 'r' }],
  releaseStop: ['s-1', { revision: 1 }],
  listDelegations: [],
  getDelegation: ['d-1'],
  grantDelegation: [{ agent: '', actions: [], until: '', reason: '' }],
  revokeDelegation: ['d-1'],
  listAgents: [],
  getAgentIdentity: ['agent:default/a'],
  getReach: ['agent:default/a', { targets: [], actions: [], environment: 'e' }],
  simulate: [{ agentRef: 'agent:default/a', actionId: 'x:y' }],
  startReplay: [{ draft: { changes: [] }, scope: { from: 'now', to: 'then' } }],
  listReplays: [],
  getReplay: ['r-1'],
  cancelReplay: ['r-1'],
  listReplayFlips: ['r-1'],
  getReplayMarkdown: ['r-1'],
  listEnvironments: [],
  getCoverage: [],
  exportOrganization: [{ entity: ['component:default/a'] }],
  getCheckpointCoverage: [{ state: ['uncovered'] }],
  getPolicyEffects: ['agentpolicy:default/a', { days: 7 }],
  listLedgerEntries: [],
  verifyLedger: [],
  reportContext: [{ source: 's', facts: [] }],
};

describe('the contract', () => {
  it('agrees with the model, or this file does not compile', () => {
    expect(checkedByTheCompiler).not.toThrow();
  });

  it('has its types and its module up to date', () => {
    expect(() =>
      execFileSync(
        process.execPath,
        [
          resolvePackagePath(
            '@agentgov/backstage-plugin-agent-governance-backend',
            'scripts/generateOpenApi.mjs',
          ),
          '--check',
        ],
        { stdio: 'pipe' },
      ),
    ).not.toThrow();
  });

  it('has exactly one route for each operation, at its address', () => {
    const routes = createRoutes(stubServices()).map(
      ({ operation, method, path }) =>
        `${operation} ${method.toUpperCase()} ${path}`,
    );
    expect(routes.sort()).toEqual([...operations].sort());
  });

  it('is what the client calls, method by method', async () => {
    const called: string[] = [];
    for (const [method, args] of Object.entries(calls)) {
      const client = new AgentGovernanceClient({
        baseUrl: 'http://portal',
        fetch: async (url, init) => {
          const { pathname } = new URL(String(url));
          called.push(`${method} ${init?.method} ${templateOf(pathname)}`);
          return new Response('{"items":[]}');
        },
      });
      await (
        client[method as keyof AgentGovernanceApi] as (
          ...all: unknown[]
        ) => Promise<unknown>
      )(...args);
    }
    expect(called.sort()).toEqual([...operations].sort());
  });

  it('refuses unknown properties wherever a body comes in', () => {
    const open = Object.entries(spec.components!.schemas!).filter(
      ([name, schema]) =>
        name.endsWith('Input') &&
        !(
          'additionalProperties' in schema &&
          schema.additionalProperties === false
        ),
    );
    expect(open).toEqual([]);
  });
});

/** The templated path a concrete one belongs to; paths without parameters win. */
function templateOf(pathname: string): string | undefined {
  const matching = Object.keys(spec.paths!).filter(path =>
    new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  return matching.find(path => !path.includes('{')) ?? matching[0];
}
