import fc from 'fast-check';
import { parseEntityRef } from '@backstage/catalog-model';
import { resolveTarget } from './resolveTarget';

describe('resolveTarget', () => {
  it.each([
    [{ entityRef: 'Component:shop' }, 'component:default/shop'],
    [{ kind: 'API', name: 'orders' }, 'api:default/orders'],
    [{ kind: 'API', namespace: 'ops', name: 'x' }, 'api:ops/x'],
    [{ entityRef: 'api:x', kind: 'API', name: 'x' }, 'api:default/x'],
  ])('takes the entity that %j names', (input, ref) => {
    expect(resolveTarget('named', input)).toBe(ref);
  });

  it.each([
    [{}],
    [{ name: 'shop' }],
    [{ kind: 'component' }],
    [{ entityRef: 7 }],
    [{ entityRef: '' }],
    [{ kind: 'component', name: ['shop'] }],
    [{ kind: 'component', namespace: null, name: 'shop' }],
    [{ kind: 'component', name: 'other/shop' }],
    [{ entityRef: 'component:shop', kind: 'component', name: 'other' }],
  ])('invariant 2: takes nothing for a target in %j', input => {
    expect(() => resolveTarget('named', input)).toThrow(
      /must be|told|names both/,
    );
  });

  it('reads a path, and fills in what a ref leaves out', () => {
    const rule = { path: ['body', 'of'], kind: 'component', namespace: 'ops' };
    expect(resolveTarget(rule, { body: { of: 'shop' } })).toBe(
      'component:ops/shop',
    );
    expect(() => resolveTarget(rule, { body: ['of'] })).toThrow(
      'input.body.of',
    );
    expect(() => resolveTarget({ path: ['constructor', 'name'] }, {})).toThrow(
      'must be an entity ref',
    );
  });

  it('invariant 4: whatever a kind, a namespace and a name hold, it names no other entity than they do', () => {
    const text = fc.oneof(
      fc.constantFrom('a', 'b:c', 'd/e', 'f:g/h', '', ':', '/'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(text, text, text, (kind, namespace, name) => {
        let ref: string;
        try {
          ref = resolveTarget('named', { kind, namespace, name });
        } catch {
          return;
        }
        const lower = (value: string) => value.toLocaleLowerCase('en-US');
        expect(parseEntityRef(ref)).toEqual({
          kind: lower(kind),
          namespace: lower(namespace),
          name: lower(name),
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
