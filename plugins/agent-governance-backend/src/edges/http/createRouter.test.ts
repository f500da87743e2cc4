import request from 'supertest';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { Caller } from '../../service/Caller';
import { spec } from '../../schema/generated/spec';
import { RouteCase, routeCases } from './__testUtils__/routeCases';
import { startRouter } from './__testUtils__/startRouter';

const TOKENS: Record<Caller['kind'], string> = {
  agent: mockCredentials.user.header('agent:default/deploy-bot'),
  person: mockCredentials.user.header('user:default/ana'),
  service: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:other'),
    targetPluginId: 'test',
  }),
};
const KINDS = Object.keys(TOKENS) as Array<Caller['kind']>;

const { app, services, auditor, event, reset } = startRouter();

function ask(
  route: Omit<RouteCase, 'operation' | 'admitted' | 'status' | 'answer'>,
  token: string,
) {
  const asked = request(app)
    [route.method](route.url)
    .set({ Authorization: token, ...route.headers });
  return route.body ? asked.send(route.body) : asked;
}

function caseOf(operation: RouteCase['operation']): RouteCase {
  return routeCases.find(route => route.operation === operation)!;
}

describe('createRouter', () => {
  beforeEach(reset);

  it('has a case for every operation of the contract', () => {
    const operations = Object.values(spec.paths!).flatMap(path =>
      [path?.get, path?.post].flatMap(operation =>
        operation && operation.security?.length !== 0
          ? [operation.operationId]
          : [],
      ),
    );
    expect(routeCases.map(route => route.operation).sort()).toEqual(
      operations.sort(),
    );
  });

  describe.each(routeCases.map(route => [route.operation, route] as const))(
    '%s',
    (_operation, route) => {
      it('refuses nobody with 401, before anything is read', async () => {
        const response = await request(app)
          [route.method](route.url)
          .send({ anything: 'goes' });

        expect(response.status).toBe(401);
        expect(auditor.createEvent).not.toHaveBeenCalled();
      });

      it.each(route.admitted)('answers as %s', async kind => {
        const response = await ask(route, TOKENS[kind]);

        expect(response.body).toEqual(route.answer);
        expect(response.status).toBe(route.status);
        expect(event.success).toHaveBeenCalledTimes(1);
        expect(event.fail).not.toHaveBeenCalled();
      });

      const refused = KINDS.filter(kind => !route.admitted.includes(kind));
      if (refused.length > 0) {
        it.each(refused)(
          'invariant 12: refuses %s by kind, says who may, and audits it',
          async kind => {
            const response = await ask(route, TOKENS[kind]);

            expect(response.status).toBe(403);
            expect(response.body.error.message).toMatch(
              /^(An agent|A person|A service token) is not an? \w+( or an? \w+)?: only /,
            );
            expect(event.fail).toHaveBeenCalledTimes(1);
            for (const service of Object.values(services)) {
              for (const method of Object.values(service)) {
                expect(method).not.toHaveBeenCalled();
              }
            }
          },
        );
      }

      it('is wrapped in one audit event, whose failure carries the error', async () => {
        for (const service of Object.values(services)) {
          for (const method of Object.values(service)) {
            method.mockRejectedValue(new NotAllowedError('Not for you'));
          }
        }
        const response = await ask(route, TOKENS[route.admitted[0]]);

        expect(response.status).toBe(403);
        expect(auditor.createEvent).toHaveBeenCalledTimes(1);
        expect(auditor.createEvent).toHaveBeenCalledWith(
          expect.objectContaining({
            eventId: expect.stringMatching(/^[a-z]+(-[a-z]+)+$/),
            request: expect.anything(),
          }),
        );
        expect(event.success).not.toHaveBeenCalled();
        expect(event.fail).toHaveBeenCalledWith({
          error: expect.objectContaining({ name: 'NotAllowedError' }),
        });
      });
    },
  );

  it('hands over who is asking and what was asked, typed by the contract', async () => {
    await ask(caseOf('createActionRequest'), TOKENS.agent);
    expect(services.actionRequests.create).toHaveBeenCalledWith(
      caseOf('createActionRequest').body,
      {
        idempotencyKey: 'key-1',
        caller: expect.objectContaining({
          kind: 'agent',
          ref: 'agent:default/deploy-bot',
        }),
      },
    );

    await ask(caseOf('listActionRequests'), TOKENS.person);
    expect(services.actionRequests.list).toHaveBeenCalledWith(
      {
        target: 'component:default/payments',
        state: ['held', 'denied'],
        verdict: ['hold'],
        waitingForMe: true,
        order: 'oldest',
        limit: 5,
        cursor: 'abc',
      },
      { caller: expect.objectContaining({ kind: 'person' }) },
    );

    await ask(caseOf('getContext'), TOKENS.service);
    expect(services.context.get).toHaveBeenCalledWith(
      'component:default/payments',
      { caller: expect.objectContaining({ kind: 'service' }) },
    );
  });

  it('fills in the page size, and bounds it', async () => {
    const list = { method: 'get', url: '/v1/action-requests' } as const;
    await ask(list, TOKENS.person);
    expect(services.actionRequests.list).toHaveBeenCalledWith(
      { limit: 20 },
      expect.anything(),
    );

    for (const bad of ['0', '101', 'many', '1.5']) {
      const url = `/v1/action-requests?limit=${bad}`;
      const response = await ask({ ...list, url }, TOKENS.person);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain('query.limit');
    }
  });

  it('shows its contract', async () => {
    const response = await request(app)
      .get('/openapi.json')
      .set('Authorization', TOKENS.person);
    expect(response.body.paths).toHaveProperty(['/v1/action-requests']);
  });

  it('answers with the state a conflict is about', async () => {
    services.actionRequests.review.mockRejectedValue(
      new ConflictError('The hold is over: the request is withdrawn'),
    );
    const response = await ask(caseOf('submitReview'), TOKENS.person);
    expect(response.status).toBe(409);
    expect(response.body.error.message).toContain('withdrawn');
  });
});
