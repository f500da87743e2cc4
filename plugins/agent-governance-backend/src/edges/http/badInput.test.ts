import request from 'supertest';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startRouter } from './__testUtils__/startRouter';

const AGENT = mockCredentials.user.header('agent:default/deploy-bot');
const PERSON = mockCredentials.user.header('user:default/ana');

const GOOD = {
  action: 'deployments:deploy',
  target: 'component:default/payments',
  environment: 'production',
  input: {},
};

const { app, services, reset } = startRouter();

function create(
  body: object | string,
  headers: Record<string, string> = { 'Idempotency-Key': 'key-1' },
) {
  return request(app)
    .post('/v1/action-requests')
    .set({ Authorization: AGENT, ...headers })
    .type('json')
    .send(body);
}

describe('bad input over HTTP', () => {
  beforeEach(reset);

  it('names every failing path in one answer', async () => {
    const response = await create({
      action: 7,
      target: 'has spaces in it',
      environment: '',
      input: [],
      surprise: true,
    });

    expect(response.status).toBe(400);
    for (const path of [
      'body.action',
      'body.target',
      'body.environment',
      'body.input',
      'body.surprise',
    ]) {
      expect(response.body.error.message).toContain(path);
    }
    expect(services.actionRequests.create).not.toHaveBeenCalled();
  });

  it.each([
    ['an unknown property', { ...GOOD, verdict: 'allow' }],
    ['a NUL in free text', { ...GOOD, purpose: 'a\u0000b' }],
    ['half a surrogate pair in free text', { ...GOOD, purpose: '\ud800' }],
    ['an empty purpose', { ...GOOD, purpose: '' }],
    ['a purpose without end', { ...GOOD, purpose: 'x'.repeat(2001) }],
    ['a NUL in a ref', { ...GOOD, target: 'component:default/a\u0000' }],
    ['a name longer than its column', { ...GOOD, environment: 'e'.repeat(64) }],
    ['a body that is a list', [GOOD]],
    ['a body that is no JSON', '{"action":'],
    ['a body that is a number', '7'],
    ['an empty body', ''],
  ])('refuses %s', async (_name, body) => {
    const response = await create(body);

    expect(response.status).toBe(400);
    expect(response.body.error).toEqual({
      name: 'InputError',
      message: expect.stringMatching(/\S/),
    });
    expect(services.actionRequests.create).not.toHaveBeenCalled();
  });

  it.each([
    ['no key', {} as Record<string, string>],
    ['an empty key', { 'Idempotency-Key': '' }],
    ['a key with a space', { 'Idempotency-Key': 'a b' }],
    ['a key that is no ASCII', { 'Idempotency-Key': 'schlüssel' }],
    ['a key that is too long', { 'Idempotency-Key': 'k'.repeat(256) }],
  ])('refuses %s', async (_name, headers) => {
    const response = await create(GOOD, headers);

    expect(response.status).toBe(400);
    expect(response.body.error.message.toLowerCase()).toContain(
      'headers.idempotency-key',
    );
    expect(services.actionRequests.create).not.toHaveBeenCalled();
  });

  it('takes a key of 255 visible characters', async () => {
    const response = await create(GOOD, { 'Idempotency-Key': '~'.repeat(255) });
    expect(response.status).toBe(201);
  });

  it('refuses an oversized body with 413 and the limit, without a stack', async () => {
    const response = await create({
      ...GOOD,
      input: { text: 'x'.repeat(40_000) },
    });

    expect(response.status).toBe(413);
    expect(response.body.error).toEqual({
      name: 'PayloadTooLargeError',
      message: 'The body is larger than the 17408 bytes the portal takes here',
      statusCode: 413,
    });
    expect(services.actionRequests.create).not.toHaveBeenCalled();
  });

  it('refuses a body of another type', async () => {
    const response = await request(app)
      .post('/v1/action-requests')
      .set({ Authorization: AGENT, 'Idempotency-Key': 'k' })
      .type('form')
      .send('action=deploy');
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/media type/);
  });

  it.each([
    '/v1/action-requests/a%00b',
    '/v1/action-requests/..%2f',
    '/v1/action-requests?unheard=of',
    '/v1/action-requests?state=done',
    '/v1/action-requests?cursor=a%00b',
    '/v1/action-requests?order=newest&order=oldest',
    '/v1/action-requests/r-1?waitSeconds=61',
    '/v1/action-requests/r-1?waitSeconds=-1',
    '/v1/context/component/default/a%00b',
    '/v1/context/component/default/a%2fb',
    '/v1/ledger/entries?stream=a%20b',
  ])('refuses GET %s', async url => {
    const response = await request(app).get(url).set('Authorization', PERSON);

    expect(response.status).toBe(400);
    for (const service of Object.values(services)) {
      for (const method of Object.values(service)) {
        expect(method).not.toHaveBeenCalled();
      }
    }
  });

  it('takes one value where several may be', async () => {
    await request(app)
      .get('/v1/action-requests?state=held')
      .set('Authorization', PERSON)
      .expect(200);
    expect(services.actionRequests.list).toHaveBeenCalledWith(
      { state: ['held'], limit: 20 },
      expect.anything(),
    );
  });
});
