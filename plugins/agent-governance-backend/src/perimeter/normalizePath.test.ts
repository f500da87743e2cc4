import fc from 'fast-check';
import { matchesRoute } from './matchesRoute';
import { normalizePath } from './normalizePath';

describe('normalizePath', () => {
  it.each([
    ['/', []],
    ['/entities', ['entities']],
    ['/entities/', ['entities']],
    [
      '/entities/by-name/agent/default/b.o_t-1',
      ['entities', 'by-name', 'agent', 'default', 'b.o_t-1'],
    ],
    ['/entities/by-name/a%3Ab/c/d', ['entities', 'by-name', 'a:b', 'c', 'd']],
  ])('reads %s', (path, segments) => {
    expect(normalizePath(path)).toEqual(segments);
  });

  it.each([
    '',
    'entities',
    '//',
    '//entities',
    '/entities//',
    '/entities//by-name',
    '/./entities',
    '/entities/..',
    '/entities/../locations',
    '/entities/%2e%2e/locations',
    '/entities/%2E./locations',
    '/entities%2f..%2flocations',
    '/entities/by-name/a%2Fb/c/d',
    '/entities/by-name/a%5cb/c/d',
    '/entities/by-name/a\\b/c/d',
    '/entities/by-name/a%252Fb/c/d',
    '/entities/by-name/a%00/c/d',
    '/entities/by-name/a%0d%0a/c/d',
    '/%65ntities',
    '/%2Ebackstage/scheduler',
    '/entities%3ffilter=x',
    '/entities?filter=x',
    '/entities#x',
    '/entities/%',
    '/entities/%ff',
  ])('gives up on %s', path => {
    expect(normalizePath(path)).toBeUndefined();
  });

  it('invariant 12: whatever passes for a route is that route, letter for letter', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '.',
        '..',
        '%2f',
        '%2e',
        '%5c',
        '\\',
        '%',
        '?',
        '#',
        ';',
        '%00',
        ' ',
      ),
      fc.constantFrom(
        'entities',
        'ENTITIES',
        '%65ntities',
        'by-name',
        'locations',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const path = `/${pieces.join('')}`;
        const segments = normalizePath(path);
        const passes = (route: string) =>
          segments !== undefined && matchesRoute(route, segments);
        const isAllEntities = /^\/entities\/?$/.test(path);
        const mayBeByName =
          /^\/entities\/by-name(\/[^/\\]+){3}\/?$/.test(path) &&
          !/%(2f|5c|25|00)|\/\.\.?(\/|$)/i.test(path);
        expect(passes('/entities')).toBe(isAllEntities);
        expect(passes('/entities/by-name/*/*/*') && !mayBeByName).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
