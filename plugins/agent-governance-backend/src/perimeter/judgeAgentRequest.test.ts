import { AgentRequest } from './AgentRequest';
import { judgeAgentRequest } from './judgeAgentRequest';
import { MappedRoute } from './MappedRoute';
import { DEFAULT_READS } from './readPerimeterConfig';

const APPLY = '/.well-known/backstage/permissions/apply-conditions';
const NAME = '/entities/by-name/component/default/api';

const moveRoute: MappedRoute = {
  id: 'move',
  title: 'Move',
  plugin: 'shop',
  method: 'PUT',
  path: '/orders/:id',
  segments: [{ literal: 'orders' }, { name: 'id' }],
  target: { entityRef: 'component:default/shop' },
  environment: 'production',
  effectClass: 'once',
  requiresContext: [],
  calls: [],
};
const ROUTES = {
  reads: DEFAULT_READS,
  doors: [{ plugin: 'mcp-actions', path: '/v1' }],
  mapped: [moveRoute],
};

function judge(text: string, actor?: string) {
  const [method, plugin, path] = text.split(' ');
  const request: AgentRequest = { method, plugin, path, actor };
  return judgeAgentRequest(request, ROUTES).kind;
}

describe('judgeAgentRequest', () => {
  it.each([
    ['POST auth /agent/refresh', 'sign-in'],
    ['GET auth /v1/userinfo', 'claims'],
    ['POST agent-governance /v1/action-requests', 'governance'],
    ['GET agent-governance /v1/action-requests', 'governance'],
    ['GET catalog /entities', 'read'],
    ['HEAD catalog /entities', 'read'],
    ['GET catalog /entities/by-query/', 'read'],
    [`GET catalog ${NAME}`, 'read'],
    [`GET catalog ${NAME}/ancestry`, 'read'],
    ['GET catalog /entity-facets', 'read'],
    ['POST mcp-actions /v1', 'door'],
    ['PUT shop /orders/7', 'mapped'],
    [
      'POST catalog /.backstage/actions/v1/actions/catalog:x/invoke',
      'invocation',
    ],
    [
      'POST catalog /.backstage/actions/v2/actions/catalog%3Ax/invoke',
      'invocation',
    ],
    [
      'POST auth /.backstage/actions/v1/actions/auth:who-am-i/invoke',
      'invocation',
    ],
  ])('%s is for agents: %s', (request, judgement) => {
    expect(judge(request)).toBe(judgement);
  });

  it.each([
    'GET catalog /.backstage/actions/v1/actions',
    'POST catalog /.backstage/actions/v3/actions/catalog:x/invoke',
    'POST catalog /.backstage/actions/v1/actions/scaffolder:x/invoke',
    'PUT catalog /.backstage/actions/v1/actions/catalog:x/invoke',
    'GET mcp-actions /v1',
    'POST mcp-actions /v1/other',
    'POST shop /orders/7',
    'PUT shop /orders/7/lines',
    'PUT shop /orders',
    'PUT other /orders/7',
  ])('invariant 12: %s is not', request => {
    expect(judge(request)).toBe('refused');
  });

  it.each([
    'GET auth /agent/refresh',
    'POST auth /guest/refresh',
    'POST auth /v1/userinfo',
    'POST auth /v1/sessions/abc/approve',
    'POST auth /v1/token',
    'POST auth /agent-governance/v1/agent-tokens',
    'POST permission /authorize',
    'GET permission /policies',
    'GET other /.backstage/auth/v1/cookie',
    'POST other /.backstage/scheduler/v1/tasks/sweep/trigger',
    'POST agent-governance /.backstage/scheduler/v1/tasks/sweep/trigger',
    'POST agent-governance /.backstage/actions/v1/actions/x/invoke',
    'POST agent-governance /%2Ebackstage/scheduler/v1/tasks/sweep/trigger',
    'POST agent-governance //.backstage/scheduler/v1/tasks/sweep/trigger',
    `POST agent-governance ${APPLY}`,
    'GET catalog /entities/by-name/..%2f..%2flocations/a/b',
    'GET catalog /entities/../locations',
    'GET catalog //entities',
    'GET catalog /entities%2f',
  ])('invariant 12: %s is never', request => {
    expect(judge(request)).toBe('never');
  });

  it.each([
    'POST catalog /entities/by-refs',
    'POST catalog /entities/by-query',
    'POST catalog /entities',
    'POST catalog /refresh',
    'POST catalog /locations',
    'GET catalog /locations',
    'GET catalog /entities/by-name/component',
    'GET catalog /Entities',
    'DELETE catalog /entities/by-uid/1',
    'OPTIONS catalog /entities',
    'GET scaffolder /entities',
    'POST scaffolder /v2/tasks',
    'POST user-settings /buckets/a/keys/b',
    'GET notifications /',
  ])('invariant 12: %s is not for agents', request => {
    expect(judge(request)).toBe('refused');
  });

  it.each([
    ['plugin:catalog', 'POST permission /authorize'],
    ['plugin:agent-governance', 'POST permission /authorize'],
    ['plugin:permission', `POST catalog ${APPLY}`],
    ['plugin:permission', `POST agent-governance ${APPLY}`],
    ['plugin:agent-governance', 'GET catalog /entities'],
    ['plugin:agent-governance', `GET catalog ${NAME}`],
    ['plugin:agent-governance', 'POST catalog /entities/by-refs'],
    ['plugin:agent-governance', 'POST catalog /entities/by-query'],
  ])('%s may ask for %s on its behalf', (actor, request) => {
    expect(judge(request, actor)).toBe('platform');
  });

  it.each([
    ['plugin:catalog', `POST catalog ${APPLY}`],
    ['plugin:catalog', 'POST catalog /entities/by-refs'],
    ['plugin:agent-governance', 'POST catalog /locations'],
    ['plugin:agent-governance', 'DELETE catalog /entities/by-uid/1'],
    ['plugin:agent-governance', 'POST scaffolder /v2/tasks'],
    ['plugin:agent-governance', 'POST auth /agent-governance/v1/agent-tokens'],
    ['plugin:permission', 'POST scaffolder /v2/tasks'],
    ['plugin:permission', 'GET permission /authorize'],
    ['external:robot', 'POST permission /authorize'],
  ])('invariant 12: %s may not ask for %s on its behalf', (actor, request) => {
    expect(['refused', 'never']).toContain(judge(request, actor));
  });
});
