import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { DEFAULT_READS, readPerimeterConfig } from './readPerimeterConfig';

const read = (reads?: JsonValue) =>
  readPerimeterConfig(
    new ConfigReader({ agentGovernance: { perimeter: { reads } } }),
  ).reads;

describe('readPerimeterConfig', () => {
  it('takes the reads of the catalog by default, and what is configured instead', () => {
    expect(read()).toBe(DEFAULT_READS);
    expect(read([])).toEqual([]);
    expect(read([{ plugin: 'search', path: '/query' }])).toEqual([
      { plugin: 'search', path: '/query' },
    ]);
  });

  it.each([
    [{ path: '/query' }, 'reads[0].plugin'],
    [{ plugin: 'auth', path: '/v1/authorize' }, 'approves OAuth sessions'],
    [
      { plugin: 'other', path: '/.backstage/auth/v1/cookie' },
      'reads[0] cannot be opened to agents',
    ],
    [{ plugin: 'search' }, 'reads[0].path'],
    [{ plugin: 'search', path: '/' }, 'reads[0].path must be a plain path'],
    [{ plugin: 'search', path: 'query' }, 'reads[0].path must be a plain path'],
    [{ plugin: 'search', path: '/a*' }, 'reads[0].path must be a plain path'],
    [{ plugin: 'search', path: '/**' }, 'reads[0].path must be a plain path'],
    [{ plugin: 'search', path: '/../x' }, 'reads[0].path must be a plain path'],
    [
      { plugin: 'a', path: '/a', method: 'POST' },
      'reads[0].method is not a known key',
    ],
  ])('stops the start for %j and names the key', (route, message) => {
    expect(() => read([route])).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message) }),
    );
  });
});
