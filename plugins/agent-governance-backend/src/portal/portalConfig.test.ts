import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { readMappedRoutes } from '../perimeter/readMappedRoutes';
import { readPortalActions } from './readPortalActions';

const environments = [
  { name: 'staging', owner: 'group:default/a', rank: 1, production: false },
  { name: 'production', owner: 'group:default/a', rank: 2, production: true },
];
const actions = (...portalActions: JsonValue[]) =>
  readPortalActions(
    new ConfigReader({ agentGovernance: { portalActions } }),
    environments,
  );
const routes = (...list: JsonValue[]) =>
  readMappedRoutes(
    new ConfigReader({ agentGovernance: { perimeter: { routes: list } } }),
    environments,
  );
const route = (change: JsonObject = {}) => ({
  id: 'move',
  plugin: 'shop',
  method: 'PUT',
  path: '/orders/:id',
  target: { body: 'of.entity', kind: 'component' },
  ...change,
});

describe('readPortalActions', () => {
  it('takes what is not said as strictly as can be', () => {
    expect(actions({ id: 'catalog:*' })).toEqual([
      {
        id: 'catalog:*',
        target: 'named',
        environment: 'production',
        effectClass: 'once',
        requiresContext: [],
        calls: [],
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ id: 'x' }, 'portalActions[0].id'],
    [{ id: 'catalog:*', effectClass: 'keyed' }, 'effectClass must be one of'],
    [{ id: 'catalog:*', effectClass: 'probeable' }, 'effectClass must be one'],
    [{ id: 'catalog:*', environment: 'moon' }, 'environment must be one of'],
    [{ id: 'catalog:*', owner: 'component:x' }, 'portalActions[0].owner'],
    [{ id: 'catalog:*', readOnly: true }, 'portalActions[0].readOnly'],
    [{ id: 'catalog:*', target: {} }, 'must have one of entityRef, input'],
    [
      { id: 'catalog:*', target: { entityRef: 'a:b/c', input: 'd' } },
      'must have one of entityRef, input',
    ],
    [{ id: 'catalog:*', target: { input: 'a..b' } }, 'target.input must be'],
    [{ id: 'catalog:*', target: { entityRef: '' } }, 'target.entityRef'],
  ])('stops the start for %j and names the key', (entry, message) => {
    expect(() => actions(entry)).toThrow(message);
  });
});

describe('readMappedRoutes', () => {
  it('reads what a path, a query and a body make of a target', () => {
    expect(routes(route())).toEqual([
      expect.objectContaining({
        segments: [{ literal: 'orders' }, { name: 'id' }],
        target: { path: ['body', 'of', 'entity'], kind: 'component' },
        effectClass: 'once',
      }),
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ plugin: 'auth', path: '/v1/sessions/:id/approve' }, 'OAuth sessions'],
    [{ plugin: 'auth', path: '/v1/token' }, 'issues tokens'],
    [{ plugin: 'permission', path: '/roles' }, 'who may do what'],
    [{ plugin: 'agent-governance', path: '/v1/stops' }, 'by itself'],
    [{ path: '/.backstage/scheduler/v1/tasks/:id/trigger' }, 'scheduled tasks'],
    [{ path: '/.backstage/auth/v1/cookie' }, 'cookies'],
    [
      { path: '/.backstage/actions/v1/actions/shop:x/invoke' },
      'cannot be opened',
    ],
    [{ path: '/.well-known/backstage/x' }, 'for the platform itself'],
    [{ path: '/orders/*' }, 'must be a plain path'],
    [{ path: '/a/:id/:id' }, 'must be a plain path'],
    [{ path: '/../a' }, 'must be a plain path'],
    [{ path: '/' }, 'must be a plain path'],
    [{ method: 'GET' }, 'method must be one of'],
    [{ method: 'post' }, 'method must be one of'],
    [{ id: 'Move' }, 'routes[0].id'],
    [{ public: true }, 'routes[0].public'],
  ])('stops the start for %j and says why', (change, message) => {
    expect(() => routes(route(change))).toThrow(message);
  });

  it('refuses the same id twice', () => {
    expect(() => routes(route(), route({ path: '/x' }))).toThrow(
      `names 'move' twice`,
    );
  });
});
