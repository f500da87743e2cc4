import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  FREEZE_POLICY,
  organizationText,
  runIn,
  TestFolder,
} from '../__testUtils__/runIn';

const TOKEN = 'a-token-of-a-person';
const PORTAL = ['--portal', 'https://portal.example.com/'];

let folder: TestFolder;

beforeEach(async () => {
  folder = await TestFolder.create({
    'mailer.yaml': FREEZE_POLICY.replace(
      'level: organization',
      'level: service\n  entity: mailer',
    ),
  });
});

afterEach(() => folder.remove());

/** A portal that answers everything alike, and what it was asked. */
function portalAnswering(status: number, body: string) {
  const asked: Array<{ url: string; init: RequestInit }> = [];
  return {
    asked,
    fetch: async (url: unknown, init?: RequestInit) => {
      asked.push({ url: String(url), init: init ?? {} });
      return new Response(body, {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}

function exportWith(
  portal: { fetch: (...args: any[]) => Promise<Response> },
  args: string[] = PORTAL,
  env: Record<string, string> = { AGENTGOV_TOKEN: TOKEN },
) {
  return runIn(folder.path, ['organization', 'export', ...args], {
    env,
    fetch: portal.fetch,
  });
}

describe('agentgov organization export', () => {
  it('asks as whom the token stands for, and writes what “policy check” reads', async () => {
    const portal = portalAnswering(200, organizationText());
    const { code, out } = await exportWith(portal, [
      ...PORTAL,
      ...['--output', 'organization.json'],
      'mailer.yaml',
    ]);
    expect(code).toBe(0);
    expect(out).toBe('Wrote organization.json.\n');
    expect(portal.asked).toHaveLength(1);
    const [{ url, init }] = portal.asked;
    expect(url).toBe(
      'https://portal.example.com/api/agent-governance/v1/organization?entity=component%3Adefault%2Fmailer',
    );
    expect(new Headers(init.headers).get('authorization')).toBe(
      `Bearer ${TOKEN}`,
    );
    // the token goes to nobody else
    expect(init.redirect).toBe('error');
    expect(
      JSON.parse(
        await readFile(join(folder.path, 'organization.json'), 'utf8'),
      ),
    ).toEqual(JSON.parse(organizationText()));
    expect(
      await runIn(folder.path, [
        'policy',
        'check',
        '--org',
        'organization.json',
      ]),
    ).toMatchObject({
      code: 1,
      out: expect.stringContaining('group:default/support does'),
    });
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'without a portal',
      [],
      { AGENTGOV_TOKEN: TOKEN },
      /--portal <url>' not specified/,
    ],
    [
      'without a token',
      PORTAL,
      {},
      /no token in the environment variable AGENTGOV_TOKEN/,
    ],
    [
      'with an empty token',
      [...PORTAL, '--token-env', 'MINE'],
      { MINE: ' ' },
      /no token in the environment variable MINE/,
    ],
    [
      'with a token as an argument',
      [...PORTAL, '--token', TOKEN],
      { AGENTGOV_TOKEN: TOKEN },
      /unknown option '--token'/,
    ],
    [
      'at no URL',
      ['--portal', 'portal'],
      { AGENTGOV_TOKEN: TOKEN },
      /must be a URL/,
    ],
    [
      'at a URL of another kind',
      ['--portal', 'file:///x'],
      { AGENTGOV_TOKEN: TOKEN },
      /must be a URL/,
    ],
    [
      'at a URL with a password',
      ['--portal', 'https://a:b@x.example'],
      { AGENTGOV_TOKEN: TOKEN },
      /with a password in it/,
    ],
  ])('refuses %s, and asks nobody', async (_, args, env, said) => {
    const portal = portalAnswering(200, organizationText());
    const { code, err } = await exportWith(portal, args, env);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(portal.asked).toEqual([]);
  });

  it('says what the portal said, and never the token', async () => {
    const { code, out, err } = await exportWith(
      portalAnswering(
        403,
        '{"error":{"name":"NotAllowedError","message":"You may not look at policies"},"response":{"statusCode":403}}',
      ),
    );
    expect(code).toBe(3);
    expect(err).toContain(
      'The portal answered 403: You may not look at policies',
    );
    expect(out + err).not.toContain(TOKEN);
  });

  it('says that nobody answered', async () => {
    const { code, err } = await exportWith({
      fetch: async () => {
        throw new TypeError('fetch failed', {
          cause: new Error('connect ECONNREFUSED'),
        });
      },
    });
    expect(code).toBe(3);
    expect(err).toBe('The portal could not be asked: connect ECONNREFUSED\n');
  });

  it('warns where the token could be read on the way', async () => {
    const { err } = await exportWith(portalAnswering(200, organizationText()), [
      '--portal',
      'http://portal.example.com',
    ]);
    expect(err).toContain('is not encrypted');
  });
});
