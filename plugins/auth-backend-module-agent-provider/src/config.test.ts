import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readAgentProviderConfig } from './config';

const baseUrl = 'https://portal.example.com/api/auth';
const read = (agent: JsonObject) =>
  readAgentProviderConfig(
    new ConfigReader({ auth: { providers: { agent } } }),
    { baseUrl },
  );

describe('readAgentProviderConfig', () => {
  it('takes the address of the portal and five seconds by default', () => {
    expect(read({})).toEqual({ audience: baseUrl, clockToleranceMs: 5_000 });
  });

  it('takes what is configured', () => {
    expect(
      read({ audience: 'portal', clockTolerance: { seconds: 30 } }),
    ).toEqual({ audience: 'portal', clockToleranceMs: 30_000 });
  });

  it.each([{ clockTolerance: 'PT2M' }, { clockTolerance: 'soon' }])(
    'stops the start for %j and names the key',
    data => expect(() => read(data)).toThrow('clockTolerance'),
  );
});
