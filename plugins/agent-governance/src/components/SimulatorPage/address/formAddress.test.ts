import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { EMPTY_FORM, SimulatorForm } from '../SimulatorForm';
import { isAsked, readAddress, writeAddress } from './formAddress';
import { packText, unpackText } from './packText';

const FORM: SimulatorForm = {
  decision: 'd-1',
  agent: 'agent:default/bot',
  action: 'a:b',
  target: 'component:default/x',
  environment: 'production',
  input: '{\n  "text": "ä & ö # ? %"\n}',
  onBehalfOf: 'user:default/ana',
  quotes: 'no',
  at: '2026-11-27T17:00:00.000Z',
  zone: 'Europe/Berlin',
  facts: [{ path: 'target.owner', state: 'none', text: '' }],
  changes: [{ ref: 'agentpolicy:default/p', change: 'shadow' }],
  text: 'kind: AgentPolicy # ünïcode\n'.repeat(200),
};

describe('formAddress', () => {
  it.each(['with', 'without'])(
    'says all of a form and gives it back, %s compression',
    async compression => {
      if (compression === 'with') {
        Object.assign(globalThis, { CompressionStream, DecompressionStream });
      }
      const { isTooLong, ...address } = await writeAddress(FORM);
      expect(isTooLong).toBe(false);
      expect(await readAddress(address)).toEqual(FORM);
      expect(address.hash.length < 1_000).toBe(compression === 'with');
      Object.assign(globalThis, {
        CompressionStream: undefined,
        DecompressionStream: undefined,
      });
    },
  );

  it('leaves out what makes no sense, and asks nothing before it has an input', async () => {
    const search =
      '?agent=a&facts=[["x","maybe"],1,["y","known","z"]]&change=away+p&quotes=perhaps';
    expect(await readAddress({ search, hash: '' })).toEqual({
      ...EMPTY_FORM,
      agent: 'a',
      facts: [{ path: 'y', state: 'known', text: 'z' }],
    });
    expect(await readAddress({ search: '?facts={', hash: '' })).toEqual(
      EMPTY_FORM,
    );
    expect(isAsked({ search })).toBe(false);
    expect(isAsked({ search: '?input={}' })).toBe(true);
    expect(isAsked({ search: '?decision=d' })).toBe(true);
  });

  it('refuses what nobody packed, and what unpacks to more than may be', async () => {
    await expect(unpackText('x', 10)).rejects.toThrow();
    await expect(unpackText('p%', 10)).rejects.toThrow();
    Object.assign(globalThis, { CompressionStream, DecompressionStream });
    const bomb = await packText('a'.repeat(100_000));
    expect(bomb.length).toBeLessThan(1_000);
    await expect(unpackText(bomb, 50_000)).rejects.toThrow('more than may');
    await expect(unpackText('dAAAA', 50_000)).rejects.toThrow();
  });
});
