import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAgentKey } from './AgentKey';

describe('loadAgentKey', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'agent-key-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes a key once, keeps it, and publishes only its public half', async () => {
    const keys = await Promise.all(
      Array.from({ length: 4 }, () => loadAgentKey(folder, 'deploy-bot')),
    );
    const later = await loadAgentKey(folder, 'deploy-bot');

    expect(new Set([...keys, later].map(({ kid }) => kid)).size).toBe(1);
    const published = readFileSync(join(folder, 'deploy-bot.public.json'));
    const { x, y } = later.privateJwk;
    expect(JSON.parse(published.toString())).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x,
      y,
      kid: later.kid,
      alg: 'ES256',
      use: 'sig',
    });
    const { mode } = statSync(join(folder, 'deploy-bot.private.json'));
    expect(mode.toString(8).slice(-3)).toBe('600');
  });
});
