import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { AgentGovernanceClient } from './AgentGovernanceClient';

interface Seen {
  line: string;
  headers: IncomingMessage['headers'];
  body?: unknown;
}

/** Answers what the test expects and refuses everything else. */
class Portal {
  readonly seen: Seen[] = [];
  #answers = new Map<string, { status: number; body: unknown }>();
  #server: Server | undefined;

  answer(line: string, body: unknown, status = 200) {
    this.#answers.set(line, { status, body });
  }

  async start(): Promise<string> {
    this.#server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) {
        chunks.push(chunk as Buffer);
      }
      const text = Buffer.concat(chunks).toString('utf8');
      const line = `${req.method} ${req.url}`;
      this.seen.push({
        line,
        headers: req.headers,
        ...(text && { body: JSON.parse(text) }),
      });
      const answer = this.#answers.get(line) ?? {
        status: 501,
        body: { error: { name: 'Unexpected', message: `no answer: ${line}` } },
      };
      res.statusCode = answer.status;
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(done =>
      this.#server!.listen(0, '127.0.0.1', () => done()),
    );
    const { port } = this.#server!.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/agent-governance`;
  }

  async stop() {
    this.#server?.closeAllConnections();
    await new Promise(done => this.#server?.close(done));
  }
}

describe('AgentGovernanceClient', () => {
  let portal: Portal;
  let client: AgentGovernanceClient;
  const base = '/api/agent-governance/v1';

  beforeEach(async () => {
    portal = new Portal();
    client = new AgentGovernanceClient({ baseUrl: `${await portal.start()}/` });
  });
  afterEach(() => portal.stop());

  it.each<[string, (c: AgentGovernanceClient) => Promise<unknown>]>([
    [
      `POST ${base}/action-requests/r%2F1/outcome`,
      c => c.reportOutcome('r/1', { outcome: 'failed', note: 'no answer' }),
    ],
    [
      `POST ${base}/action-requests/r%2F1/reconcile`,
      c =>
        c.reconcileActionRequest('r/1', {
          outcome: 'succeeded',
          comment: 'It is there.',
          revision: 4,
        }),
    ],
    [`GET ${base}/action-requests`, c => c.listActionRequests()],
    [
      `GET ${base}/action-requests?target=component%3Adefault%2Fpayments-api&state=held&state=denied&verdict=hold&waitingForMe=true&limit=50&cursor=abc`,
      c =>
        c.listActionRequests({
          target: 'component:default/payments-api',
          state: ['held', 'denied'],
          verdict: ['hold'],
          waitingForMe: true,
          limit: 50,
          cursor: 'abc',
        }),
    ],
    [
      `GET ${base}/action-requests/r1?waitSeconds=60&sinceRevision=0`,
      c => c.getActionRequest('r1', { waitSeconds: 60, sinceRevision: 0 }),
    ],
    [
      `POST ${base}/action-requests/r1/withdraw`,
      c => c.withdrawActionRequest('r1'),
    ],
    [
      `GET ${base}/action-requests/r1/explanation`,
      c => c.explainActionRequest('r1'),
    ],
    [
      `GET ${base}/action-requests/r1/review-view`,
      c => c.getReviewPresentation('r1'),
    ],
    [
      `GET ${base}/context/component/default/payments-api`,
      c => c.getContext('Component:default/payments-api'),
    ],
    [
      `GET ${base}/outlooks/component/default/payments-api?agent=agent%3Adefault%2Fa`,
      c =>
        c.getOutlook('component:default/payments-api', {
          agent: 'agent:default/a',
        }),
    ],
    [
      `GET ${base}/freezes?covering=component%3Adefault%2Fa&state=in-force`,
      c =>
        c.listFreezes({ covering: 'component:default/a', state: ['in-force'] }),
    ],
    [
      `GET ${base}/freezes/permission?environments=production`,
      c => c.mayFreeze({ environments: ['production'] }),
    ],
    [
      `GET ${base}/policies?level=team&state=broken&state=vanished&covering=component%3Adefault%2Fa&text=freeze`,
      c =>
        c.listPolicies({
          level: 'team',
          state: ['broken', 'vanished'],
          covering: 'component:default/a',
          text: 'freeze',
        }),
    ],
    [
      `GET ${base}/agents/agent/default/a/identity`,
      c => c.getAgentIdentity('Agent:default/a'),
    ],
    [
      `GET ${base}/agents/agent/default/a/reach?target=component%3Adefault%2Fa&target=api%3Adefault%2Fb&action=x%3Ay&environment=production`,
      c =>
        c.getReach('agent:default/a', {
          targets: ['component:default/a', 'api:default/b'],
          actions: ['x:y'],
          environment: 'production',
        }),
    ],
    [
      `POST ${base}/simulations`,
      c => c.simulate({ agentRef: 'agent:default/a', actionId: 'x:y' }),
    ],
    [
      `GET ${base}/mcp-servers/tickets/tools?state=new&state=changed&text=close`,
      c =>
        c.listMcpTools('tickets', { state: ['new', 'changed'], text: 'close' }),
    ],
    [
      `GET ${base}/mcp-servers/tickets/tools/close_ticket`,
      c => c.getMcpTool('tickets', 'close_ticket'),
    ],
    [
      `POST ${base}/mcp-servers/tickets/tools/close_ticket/accept`,
      c => c.acceptMcpTool('tickets', 'close_ticket', { digest: 'd' }),
    ],
    [
      `GET ${base}/policies/ops/code-freeze`,
      c => c.getPolicy('agentpolicy:ops/code-freeze'),
    ],
    [
      `GET ${base}/policies/ops/code-freeze/texts/abc`,
      c => c.getPolicyText('agentpolicy:ops/code-freeze', 'abc'),
    ],
    [
      `GET ${base}/conditions?entity=component%3Adefault%2Fa`,
      c => c.getConditions('component:default/a'),
    ],
    [
      `GET ${base}/ledger/entries?stream=freeze%3Af1`,
      c => c.listLedgerEntries({ stream: 'freeze:f1' }),
    ],
    [`GET ${base}/ledger/verification`, c => c.verifyLedger()],
    [`GET ${base}/coverage`, c => c.getCoverage()],
    [
      `GET ${base}/organization?entity=component%3Adefault%2Fa`,
      c => c.exportOrganization({ entity: ['component:default/a'] }),
    ],
    [
      `GET ${base}/checkpoint-coverage?environment=production&state=uncovered`,
      c =>
        c.getCheckpointCoverage({
          environment: ['production'],
          state: ['uncovered'],
        }),
    ],
    [
      `GET ${base}/policies/default/code-freeze/effects?days=7`,
      c => c.getPolicyEffects('agentpolicy:default/code-freeze', { days: 7 }),
    ],
  ])('asks %s', async (line, call) => {
    portal.answer(line, { from: 'portal' });
    await expect(call(client)).resolves.toEqual({ from: 'portal' });
    expect(portal.seen.map(s => s.line)).toEqual([line]);
  });

  it.each<[string, (c: AgentGovernanceClient) => Promise<unknown>]>([
    [`GET ${base}/actions`, c => c.listActions()],
    [`GET ${base}/environments`, c => c.listEnvironments()],
    [`GET ${base}/mcp-servers`, c => c.listMcpServers()],
    [`GET ${base}/condition-sources`, c => c.listConditionSources()],
    [
      `GET ${base}/agents?operating=component%3Adefault%2Fa`,
      c => c.listAgents({ operating: 'component:default/a' }),
    ],
  ])('unwraps the items of %s', async (line, call) => {
    portal.answer(line, { items: [{ name: 'one' }] });
    await expect(call(client)).resolves.toEqual([{ name: 'one' }]);
  });

  it('sends the idempotency key beside the request, not in it', async () => {
    const input = {
      action: 'deployments:deploy',
      target: 'component:default/payments-api',
      environment: 'production',
      input: { version: '2.4.1' },
    };
    portal.answer(`POST ${base}/action-requests`, { id: 'r1' }, 201);
    await client.createActionRequest(input, { idempotencyKey: 'k-1' });
    expect(portal.seen[0].headers['idempotency-key']).toBe('k-1');
    expect(portal.seen[0].headers['content-type']).toBe('application/json');
    expect(portal.seen[0].body).toEqual(input);
  });

  it.each<[string, (c: AgentGovernanceClient) => Promise<unknown>, unknown]>([
    [
      `POST ${base}/action-requests/r1/reviews`,
      c =>
        c.submitReview('r1', {
          holdDecisionId: 'd1',
          presentationDigest: 'abc',
          verdict: 'approve',
        }),
      { holdDecisionId: 'd1', presentationDigest: 'abc', verdict: 'approve' },
    ],
    [
      `POST ${base}/context/resource/default/customer-events/sign-offs`,
      c =>
        c.signOffContext('resource:default/customer-events', {
          factType: 'data-class',
          digest: 'abc',
        }),
      { factType: 'data-class', digest: 'abc' },
    ],
    [
      `POST ${base}/policies/default/code-freeze/confirm`,
      c => c.confirmPolicy('code-freeze', { revision: 2 }),
      { revision: 2 },
    ],
    [
      `POST ${base}/policies/default/code-freeze/pending/approve`,
      c => c.approvePolicyChange('code-freeze', { revision: 2, to: 'abc' }),
      { revision: 2, to: 'abc' },
    ],
    [
      `POST ${base}/policies/default/code-freeze/pending/reject`,
      c => c.rejectPolicyChange('code-freeze', { revision: 2, comment: 'No' }),
      { revision: 2, comment: 'No' },
    ],
    [
      `POST ${base}/freezes/f%2F1/end`,
      c => c.endFreeze('f/1', { revision: 2 }),
      { revision: 2 },
    ],
  ])('posts %s', async (line, call, body) => {
    portal.answer(line, { ok: true });
    await call(client);
    expect(portal.seen[0].body).toEqual(body);
  });

  it('says what the portal said when it refuses', async () => {
    portal.answer(
      `GET ${base}/action-requests/gone`,
      {
        error: { name: 'NotFoundError', message: 'No such request' },
        response: { statusCode: 404 },
      },
      404,
    );
    await expect(client.getActionRequest('gone')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No such request' },
    });
  });

  it('finds the plugin by discovery when the host has one', async () => {
    const fetchMock = jest.fn(
      async () => new Response(JSON.stringify({ items: [] })),
    );
    const discovered = new AgentGovernanceClient({
      discoveryApi: {
        getBaseUrl: async id => `https://portal.test/api/${id}`,
      },
      fetchApi: { fetch: fetchMock as unknown as typeof fetch },
    });
    await discovered.listEnvironments();
    expect(fetchMock).toHaveBeenCalledWith(
      'https://portal.test/api/agent-governance/v1/environments',
      expect.objectContaining({ method: 'GET' }),
    );
  });

  it('stops waiting when the caller does', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      client.getActionRequest('r1', { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
