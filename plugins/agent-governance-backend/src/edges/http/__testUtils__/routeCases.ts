import { Caller } from '../../../service/Caller';
import { RouteServices } from '../createRoutes';
import { OperationId } from '../Route';
import {
  action,
  actionRequest,
  agent,
  conditionSource,
  conditions,
  environment,
  explanation,
  freeze,
  freezeAgenda,
  freezeCalendar,
  freezeDetails,
  freezeException,
  freezeImport,
  freezePreview,
  ledgerEntry,
  outlook,
  policyDetail,
  policySummary,
  presentation,
  review,
  signOff,
  snapshot,
  verification,
} from './answers';

const DIGEST = 'ab'.repeat(32);

/** One good request for an operation, what the service answers, and for whom it is. */
export interface RouteCase {
  operation: OperationId;
  method: 'get' | 'post';
  url: string;
  headers?: Record<string, string>;
  body?: object;
  admitted: Array<Caller['kind']>;
  status: number;
  answer: object;
}

const EVERYBODY: Array<Caller['kind']> = ['agent', 'person', 'service'];

/** A case for every operation of the contract; a test sees that none is missing. */
export const routeCases: RouteCase[] = [
  {
    operation: 'createActionRequest',
    method: 'post',
    url: '/v1/action-requests',
    headers: { 'Idempotency-Key': 'key-1' },
    body: {
      action: 'deployments:deploy',
      target: 'component:default/payments',
      environment: 'production',
      input: { version: '1.2.3' },
      purpose: 'Ship the fix',
      run: 'run-7',
      contextSnapshot: 'snap-1',
    },
    admitted: ['agent'],
    status: 201,
    answer: actionRequest,
  },
  {
    operation: 'listActionRequests',
    method: 'get',
    url: '/v1/action-requests?target=component:default/payments&state=held&state=denied&verdict=hold&waitingForMe=true&order=oldest&limit=5&cursor=abc',
    admitted: EVERYBODY,
    status: 200,
    answer: { items: [actionRequest], nextCursor: 'next' },
  },
  {
    operation: 'getActionRequest',
    method: 'get',
    url: '/v1/action-requests/r-1?waitSeconds=5&sinceRevision=2',
    admitted: EVERYBODY,
    status: 200,
    answer: actionRequest,
  },
  {
    operation: 'withdrawActionRequest',
    method: 'post',
    url: '/v1/action-requests/r-1/withdraw',
    admitted: ['agent'],
    status: 200,
    answer: actionRequest,
  },
  {
    operation: 'explainActionRequest',
    method: 'get',
    url: '/v1/action-requests/r-1/explanation',
    admitted: EVERYBODY,
    status: 200,
    answer: explanation,
  },
  {
    operation: 'getReviewPresentation',
    method: 'get',
    url: '/v1/action-requests/r-1/review-view',
    admitted: ['person'],
    status: 200,
    answer: presentation,
  },
  {
    operation: 'submitReview',
    method: 'post',
    url: '/v1/action-requests/r-1/reviews',
    body: {
      holdDecisionId: 'd-1',
      presentationDigest: DIGEST,
      verdict: 'reject',
      comment: 'Not this week',
    },
    admitted: ['person'],
    status: 201,
    answer: review,
  },
  {
    operation: 'listActions',
    method: 'get',
    url: '/v1/actions',
    admitted: EVERYBODY,
    status: 200,
    answer: { items: [action] },
  },
  {
    operation: 'getContext',
    method: 'get',
    url: '/v1/context/component/default/payments',
    admitted: EVERYBODY,
    status: 200,
    answer: snapshot,
  },
  {
    operation: 'signOffContext',
    method: 'post',
    url: '/v1/context/component/default/payments/sign-offs',
    body: { factType: 'runbook', digest: DIGEST, comment: 'Read it' },
    admitted: ['person'],
    status: 201,
    answer: signOff,
  },
  {
    operation: 'reportContext',
    method: 'post',
    url: '/v1/context-reports',
    body: {
      source: 'wiki',
      facts: [
        {
          entity: 'component:default/payments',
          factType: 'runbook',
          value: null,
          observedAt: '2026-11-22T10:00:00+01:00',
          revision: '7',
        },
      ],
    },
    admitted: ['service'],
    status: 200,
    answer: { accepted: 1 },
  },
  {
    operation: 'getConditions',
    method: 'get',
    url: '/v1/conditions?entity=component:default/payments',
    admitted: EVERYBODY,
    status: 200,
    answer: conditions,
  },
  {
    operation: 'listConditionSources',
    method: 'get',
    url: '/v1/condition-sources',
    admitted: ['person'],
    status: 200,
    answer: { items: [conditionSource] },
  },
  {
    operation: 'listFreezes',
    method: 'get',
    url: '/v1/freezes?covering=component:default/payments&state=in-force&state=planned',
    admitted: EVERYBODY,
    status: 200,
    answer: { items: [freeze] },
  },
  {
    operation: 'getFreezeAgenda',
    method: 'get',
    url: '/v1/freezes/agenda?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&covering=component:default/payments',
    admitted: EVERYBODY,
    status: 200,
    answer: freezeAgenda,
  },
  {
    operation: 'listFreezeCalendars',
    method: 'get',
    url: '/v1/freezes/calendars',
    admitted: ['person'],
    status: 200,
    answer: { items: [freezeCalendar] },
  },
  {
    operation: 'previewFreeze',
    method: 'post',
    url: '/v1/freezes/preview',
    body: {
      scope: {
        targets: { kind: 'component' },
        actions: ['deployments:*'],
        environments: ['production'],
      },
      recurrence: {
        rule: 'FREQ=WEEKLY',
        start: '2026-11-20T16:00',
        duration: 'PT8H',
        zone: 'Europe/Berlin',
        exdates: ['2026-11-27'],
      },
      reason: 'Weekends',
    },
    admitted: ['person'],
    status: 200,
    answer: freezePreview,
  },
  {
    operation: 'importFreezes',
    method: 'post',
    url: '/v1/freezes/import',
    body: {
      ics: 'BEGIN:VCALENDAR',
      scope: { environments: ['production'] },
      zone: 'Europe/Berlin',
      owner: 'group:default/sre',
      apply: true,
    },
    admitted: ['person'],
    status: 200,
    answer: freezeImport,
  },
  {
    operation: 'getFreeze',
    method: 'get',
    url: '/v1/freezes/f-1',
    admitted: EVERYBODY,
    status: 200,
    answer: freezeDetails,
  },
  {
    operation: 'askFreezeException',
    method: 'post',
    url: '/v1/freezes/f-1/exceptions',
    body: {
      scope: {
        entityRef: 'component:default/payments',
        actions: ['deployments:deploy'],
        environments: ['production'],
        agentRef: 'agent:default/deploy-bot',
      },
      from: '2026-11-22T10:00:00Z',
      to: '2026-11-22T12:00:00Z',
      reason: 'Hotfix',
    },
    admitted: ['person'],
    status: 201,
    answer: freezeException,
  },
  {
    operation: 'approveFreezeException',
    method: 'post',
    url: '/v1/freezes/f-1/exceptions/e-1/approve',
    body: { revision: 1, comment: 'Fine' },
    admitted: ['person'],
    status: 200,
    answer: freezeException,
  },
  {
    operation: 'endFreezeException',
    method: 'post',
    url: '/v1/freezes/f-1/exceptions/e-1/end',
    body: { revision: 1 },
    admitted: ['person'],
    status: 200,
    answer: freezeException,
  },
  {
    operation: 'mayFreeze',
    method: 'get',
    url: '/v1/freezes/permission?entityRef=system:default/money&environments=production&environments=staging',
    admitted: ['person'],
    status: 200,
    answer: { allowed: true, because: 'You own it' },
  },
  {
    operation: 'createFreeze',
    method: 'post',
    url: '/v1/freezes',
    body: {
      scope: { entityRef: 'system:default/money' },
      from: '2026-11-22T10:00:00Z',
      to: '2026-11-23T10:00:00+01:00',
      reason: 'Release week',
      owner: 'group:default/sre',
    },
    admitted: ['person'],
    status: 201,
    answer: freeze,
  },
  {
    operation: 'endFreeze',
    method: 'post',
    url: '/v1/freezes/f-1/end',
    body: { revision: 1, comment: 'Done early' },
    admitted: ['person'],
    status: 200,
    answer: freeze,
  },
  {
    operation: 'listPolicies',
    method: 'get',
    url: '/v1/policies?level=team&owner=group:default/sre&state=broken&state=vanished&covering=component:default/payments&text=freeze&limit=5',
    admitted: ['person'],
    status: 200,
    answer: { items: [policySummary], listedAt: policySummary.changedAt },
  },
  {
    operation: 'getPolicy',
    method: 'get',
    url: '/v1/policies/default/code-freeze',
    admitted: ['person'],
    status: 200,
    answer: policyDetail,
  },
  {
    operation: 'confirmPolicy',
    method: 'post',
    url: '/v1/policies/default/code-freeze/confirm',
    body: { revision: 3, comment: 'It was replaced' },
    admitted: ['person'],
    status: 200,
    answer: policySummary,
  },
  {
    operation: 'listAgents',
    method: 'get',
    url: '/v1/agents?operating=component:default/payments',
    admitted: EVERYBODY,
    status: 200,
    answer: { items: [agent] },
  },
  {
    operation: 'listEnvironments',
    method: 'get',
    url: '/v1/environments',
    admitted: EVERYBODY,
    status: 200,
    answer: { items: [environment] },
  },
  {
    operation: 'listLedgerEntries',
    method: 'get',
    url: '/v1/ledger/entries?stream=action-request:r-1&limit=2',
    admitted: EVERYBODY,
    status: 200,
    answer: { items: [ledgerEntry] },
  },
  {
    operation: 'verifyLedger',
    method: 'get',
    url: '/v1/ledger/verification?stream=action-request:r-1',
    admitted: EVERYBODY,
    status: 200,
    answer: verification,
  },
  {
    operation: 'getOutlook',
    method: 'get',
    url: '/v1/outlooks/component/default/payments?agent=agent:default/deploy-bot&action=deployments:deploy&environment=production',
    admitted: EVERYBODY,
    status: 200,
    answer: outlook,
  },
];

/** Services that answer as the cases say, and remember what they were asked. */
export function stubServices(): {
  [S in keyof RouteServices]: {
    [M in keyof RouteServices[S]]: jest.Mock;
  };
} {
  return {
    actionRequests: {
      create: jest.fn().mockResolvedValue(actionRequest),
      get: jest.fn().mockResolvedValue(actionRequest),
      list: jest
        .fn()
        .mockResolvedValue({ items: [actionRequest], nextCursor: 'next' }),
      withdraw: jest.fn().mockResolvedValue(actionRequest),
      explain: jest.fn().mockResolvedValue(explanation),
      present: jest.fn().mockResolvedValue(presentation),
      review: jest.fn().mockResolvedValue(review),
      listActions: jest.fn().mockResolvedValue([action]),
    },
    context: {
      get: jest.fn().mockResolvedValue(snapshot),
      report: jest.fn().mockResolvedValue({ accepted: 1 }),
      signOff: jest.fn().mockResolvedValue(signOff),
    },
    conditions: {
      get: jest.fn().mockResolvedValue(conditions),
      listSources: jest.fn().mockResolvedValue([conditionSource]),
    },
    directory: {
      listAgents: jest.fn().mockResolvedValue([agent]),
      listEnvironments: jest.fn().mockResolvedValue([environment]),
    },
    freezes: {
      list: jest.fn().mockResolvedValue({ items: [freeze] }),
      agenda: jest.fn().mockResolvedValue(freezeAgenda),
      get: jest.fn().mockResolvedValue(freezeDetails),
      preview: jest.fn().mockResolvedValue(freezePreview),
      askException: jest.fn().mockResolvedValue(freezeException),
      approveException: jest.fn().mockResolvedValue(freezeException),
      endException: jest.fn().mockResolvedValue(freezeException),
      import: jest.fn().mockResolvedValue(freezeImport),
      calendars: jest.fn().mockResolvedValue([freezeCalendar]),
      may: jest
        .fn()
        .mockResolvedValue({ allowed: true, because: 'You own it' }),
      create: jest.fn().mockResolvedValue(freeze),
      end: jest.fn().mockResolvedValue(freeze),
    },
    outlooks: { get: jest.fn().mockResolvedValue(outlook) },
    policies: {
      list: jest.fn().mockResolvedValue({
        items: [policySummary],
        listedAt: policySummary.changedAt,
      }),
      get: jest.fn().mockResolvedValue(policyDetail),
      confirm: jest.fn().mockResolvedValue(policySummary),
    },
    ledger: {
      list: jest.fn().mockResolvedValue({ items: [ledgerEntry] }),
      verify: jest.fn().mockResolvedValue(verification),
    },
  };
}
