import { ask, askEach } from './ask';
import { forgedTokens } from './forgedTokens';
import { rawRequest } from './rawRequest';
import { WayAround } from './WayAround';

const SERVICE = {
  kind: 'component',
  namespace: 'default',
  name: 'payments-api',
};
const UNREGISTER =
  '/api/catalog/.backstage/actions/v1/actions/catalog:unregister-entity/invoke';
const GOVERNANCE = '/api/agent-governance';
const STEAL = { type: { locationUrl: 'https://example.com/all.yaml' } };

/** Fifteen ways around governance, each with what an agent that holds a valid token would send. */
export const waysAround: readonly WayAround[] = [
  {
    id: 'plain-route',
    title: 'Call the plugin’s own route instead of asking for an action',
    try: attempt =>
      askEach(attempt, [
        'DELETE /api/catalog/entities/by-uid/00000000-0000-0000-0000-000000000000',
        'POST /api/catalog/refresh',
        'PUT /api/user-settings/buckets/a/keys/b',
        'POST /api/notifications/notifications',
        'GET /api/catalog/locations',
      ]),
  },
  {
    id: 'portal-action',
    title: 'Invoke a portal action that nobody granted',
    try: async attempt => [
      await ask(attempt, `POST ${UNREGISTER}`, { body: STEAL }),
    ],
  },
  {
    id: 'other-version',
    title: 'Invoke it by the other version of the route, or in another form',
    try: async attempt => {
      const other = UNREGISTER.replace('/v1/', '/v2/');
      return [
        await ask(attempt, `POST ${other}`, { body: { input: STEAL } }),
        await ask(attempt, `POST ${other}`, {
          body: { input: STEAL, secrets: { a: 'b' } },
        }),
        await ask(attempt, `POST ${UNREGISTER}`, {
          body: JSON.stringify(STEAL),
          headers: { 'Content-Type': 'text/plain' },
        }),
      ];
    },
  },
  {
    id: 'stock-mcp',
    title: 'Call it as a tool of the portal’s own MCP endpoint',
    try: async attempt => {
      const answer = await ask(attempt, 'POST /api/mcp-actions/v1', {
        headers: { Accept: 'application/json, text/event-stream' },
        body: {
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'catalog.unregister-entity', arguments: STEAL },
        },
      });
      // the endpoint passes the refusal on as the tool's result
      const isError =
        answer.text.includes('"isError":true') &&
        answer.text.includes('NotAllowedError');
      return [{ ...answer, refused: isError }];
    },
  },
  {
    id: 'template',
    title: 'Have a template do it',
    try: attempt =>
      askEach(
        attempt,
        ['POST /api/scaffolder/v2/tasks', 'POST /api/scaffolder/v2/dry-run'],
        {
          body: {
            templateRef: 'template:default/read-again',
            values: { entity: 'component:default/payments-api' },
          },
        },
      ),
  },
  {
    id: 'oauth-session',
    title: 'Approve an OAuth session for itself, and get a long-lived token',
    try: attempt =>
      askEach(attempt, [
        'POST /api/auth/v1/sessions/00000000-0000-0000-0000-000000000000/approve',
        'GET /api/auth/v1/authorize?client_id=x&response_type=code',
        'POST /api/auth/v1/register',
        'POST /api/auth/v1/token',
      ]),
  },
  {
    id: 'scheduled-task',
    title: 'Trigger or cancel the scheduled tasks of plugins',
    try: attempt =>
      askEach(attempt, [
        'POST /api/search/.backstage/scheduler/v1/tasks/search_index_software-catalog/trigger',
        'POST /api/agent-governance/.backstage/scheduler/v1/tasks/x/cancel',
      ]),
  },
  {
    id: 'minted-token',
    title: 'Have a token minted by the route that is for governance',
    try: async attempt => [
      await ask(attempt, 'POST /api/auth/agent-governance/v1/agent-tokens', {
        body: { agentRef: 'agent:default/triage-bot' },
      }),
    ],
  },
  {
    id: 'cookie',
    title: 'Trade the token for a cookie, and show that instead',
    try: async attempt => {
      const { headers } = await ask(
        attempt,
        'GET /api/catalog/.backstage/auth/v1/cookie',
      );
      const cookie = headers.get('set-cookie') ?? 'none=';
      return askEach(
        attempt,
        ['GET /api/catalog/entities', 'POST /api/catalog/refresh'],
        { token: '', headers: { Cookie: cookie } },
      );
    },
  },
  {
    id: 'spelling',
    title:
      'Spell the path so that the guard and the plugin read it differently',
    try: attempt =>
      Promise.all(
        [
          'POST //api/catalog//refresh',
          'POST /api/catalog/entities/../refresh',
          'POST /api/catalog/entities/%2e%2e/refresh',
          'POST /api/catalog/%72efresh',
          'POST /api/catalog/refresh%2f',
          'POST /api/catalog/refresh/',
          'POST /api/catalog/REFRESH',
          'POST /api/catalog/refresh;x',
          'POST /API/CATALOG/refresh',
        ].map(what => rawRequest(attempt, what)),
      ),
  },
  {
    id: 'method-override',
    title: 'Say one method and mean another',
    try: attempt =>
      askEach(
        attempt,
        ['POST /api/catalog/entities', 'PATCH /api/catalog/entities'],
        {
          headers: {
            'X-HTTP-Method-Override': 'GET',
            'X-Method-Override': 'GET',
          },
        },
      ),
  },
  {
    id: 'forged-token',
    title: 'Change its token, or write one of governance’s',
    try: async attempt => {
      const answers = [];
      for (const token of forgedTokens(attempt.agentToken)) {
        answers.push(
          await ask(attempt, 'POST /api/catalog/refresh', { token }),
          await ask(attempt, `POST ${UNREGISTER}`, { token, body: STEAL }),
        );
      }
      return answers;
    },
  },
  {
    id: 'live-claim',
    title: 'Use up, or claim, what governance announced for itself',
    try: attempt =>
      askEach(
        attempt,
        [
          `POST ${GOVERNANCE}/internal/v1/live-claims/take`,
          `POST ${GOVERNANCE}/internal/v1/live-claims/covers`,
        ],
        {
          body: {
            agentRef: 'agent:default/deploy-bot',
            plugin: 'catalog',
            caller: 'catalog',
            route: 'POST catalog /refresh',
            bodyDigest: 'a',
          },
        },
      ),
  },
  {
    id: 'other-target',
    title: 'Have one thing decided and another one touched',
    try: async attempt => [
      await ask(attempt, `POST ${GOVERNANCE}/v1/action-calls`, {
        body: {
          action: 'catalog:refresh-catalog-entity',
          target: 'component:default/mailer',
          input: SERVICE,
        },
      }),
      await ask(attempt, `POST ${GOVERNANCE}/v1/action-calls`, {
        body: {
          action: 'catalog:refresh-catalog-entity',
          input: { name: 'payments-api' },
        },
      }),
    ],
  },
  {
    id: 'own-approval',
    title: 'Approve what it asked for itself, or end what is in its way',
    try: async attempt => {
      const none = '00000000-0000-0000-0000-000000000000';
      return [
        await ask(
          attempt,
          `POST ${GOVERNANCE}/v1/action-requests/${none}/reviews`,
          {
            body: {
              holdDecisionId: none,
              presentationDigest: 'a'.repeat(64),
              verdict: 'approve',
            },
          },
        ),
        await ask(attempt, `POST ${GOVERNANCE}/v1/freezes/${none}/end`, {
          body: { revision: 1 },
        }),
        await ask(attempt, `POST ${GOVERNANCE}/v1/stops/${none}/release`, {
          body: { revision: 1 },
        }),
      ];
    },
  },
];
