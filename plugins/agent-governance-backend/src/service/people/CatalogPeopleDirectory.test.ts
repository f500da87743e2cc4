import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { CatalogPlan, buildCatalog } from '../../__testUtils__/buildCatalog';
import { CatalogPeopleDirectory } from './CatalogPeopleDirectory';

const user = (name: string) => `user:default/${name}`;
const group = (name: string) => `group:default/${name}`;

function setUp(plan: CatalogPlan, change?: (entities: Entity[]) => Entity[]) {
  const entities = buildCatalog(plan);
  const catalog = catalogServiceMock({
    entities: change ? change(entities) : entities,
  });
  const directory = CatalogPeopleDirectory.create({
    auth: mockServices.auth(),
    catalog,
  });
  const answer = catalog.getEntitiesByRefs.bind(catalog);
  const calls = jest.spyOn(catalog, 'getEntitiesByRefs');
  return { directory, calls, answer };
}

const acme: CatalogPlan = {
  people: { ann: ['payments'], bo: ['payments', 'sre'], cy: ['tech'], dee: [] },
  groups: { payments: 'tech', sre: 'tech', tech: undefined },
};

describe('CatalogPeopleDirectory', () => {
  it('finds the members of a group and of the groups inside it, once each', async () => {
    const { directory } = setUp(acme);
    expect(await directory.membersOf(group('payments'))).toEqual([
      user('ann'),
      user('bo'),
    ]);
    expect(await directory.membersOf(group('tech'))).toEqual([
      user('ann'),
      user('bo'),
      user('cy'),
    ]);
  });

  it('lets a person be the owner, if that person exists', async () => {
    const { directory } = setUp(acme);
    expect(await directory.membersOf('user:default/Ann')).toEqual([
      user('ann'),
    ]);
    expect(await directory.membersOf(user('nobody'))).toEqual([]);
    expect(await directory.standing(user('ann'), [user('ann')])).toEqual({
      ownerRef: user('ann'),
      via: user('ann'),
    });
    expect(
      await directory.standing(user('nobody'), [user('nobody')]),
    ).toBeUndefined();
  });

  it('says through which group a person has standing', async () => {
    const { directory } = setUp(acme);
    expect(
      await directory.standing(user('ann'), [group('sre'), group('tech')]),
    ).toEqual({ ownerRef: group('tech'), via: group('payments') });
    expect(
      await directory.standing(user('bo'), ['group:Payments', group('tech')]),
    ).toEqual({ ownerRef: 'group:Payments', via: group('payments') });
    expect(
      await directory.standing(user('dee'), [group('tech')]),
    ).toBeUndefined();
    // upwards only: being in the outer group is not being in the inner one
    expect(
      await directory.standing(user('cy'), [group('payments')]),
    ).toBeUndefined();
  });

  it('lists a person and every group around them', async () => {
    const { directory } = setUp(acme);
    expect(await directory.refsOf(user('ann'))).toEqual([
      user('ann'),
      group('payments'),
      group('tech'),
    ]);
    expect(await directory.refsOf(user('nobody'))).toEqual([]);
    expect(await directory.refsOf(group('payments'))).toEqual([]);
  });

  it('counts nothing that is only mentioned, and nobody but people', async () => {
    const { directory } = setUp(
      {
        people: { ann: ['ghosts'] },
        groups: { payments: undefined },
        things: { 'agent:bot': {} },
      },
      entities => {
        const payments = entities.find(e => e.metadata.name === 'payments')!;
        payments.relations!.push(
          { type: 'hasMember', targetRef: user('ghost') },
          { type: 'hasMember', targetRef: 'agent:default/bot' },
        );
        return entities;
      },
    );
    expect(await directory.membersOf(group('payments'))).toEqual([]);
    expect(await directory.membersOf(group('ghosts'))).toEqual([]);
    expect(
      await directory.standing(user('ann'), [group('ghosts')]),
    ).toBeUndefined();
    expect(
      await directory.standing('agent:default/bot', [
        'agent:default/bot',
        group('payments'),
      ]),
    ).toBeUndefined();
    expect(await directory.membersOf('agent:default/bot')).toEqual([]);
    expect(await directory.membersOf('no ref')).toEqual([]);
  });

  it('follows groups that contain each other round only once', async () => {
    const { directory } = setUp({
      people: { ann: ['a'], bo: ['b'], dee: [] },
      groups: { a: 'b', b: 'c', c: 'a', other: undefined },
    });
    expect(await directory.membersOf(group('c'))).toEqual([
      user('ann'),
      user('bo'),
    ]);
    expect(
      await directory.standing(user('ann'), [group('other')]),
    ).toBeUndefined();
    expect(await directory.refsOf(user('bo'))).toHaveLength(4);
  });

  it('follows ten groups inside each other and refuses to guess beyond', async () => {
    const nested = (depth: number): CatalogPlan => ({
      people: { ann: [`g${depth}`] },
      groups: Object.fromEntries(
        Array.from({ length: depth + 1 }, (_, i) => [
          `g${i}`,
          i === 0 ? undefined : `g${i - 1}`,
        ]),
      ),
    });
    const ten = setUp(nested(10)).directory;
    expect(await ten.membersOf(group('g0'))).toEqual([user('ann')]);
    expect(await ten.standing(user('ann'), [group('g0')])).toBeDefined();
    const eleven = setUp(nested(11)).directory;
    for (const answer of [
      eleven.membersOf(group('g0')),
      eleven.standing(user('ann'), [group('g0')]),
      eleven.refsOf(user('ann')),
    ]) {
      await expect(answer).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('nested deeper than 10'),
      });
    }
  });

  it('refuses to count more than two thousand people', async () => {
    const crowd = (size: number): CatalogPlan => ({
      groups: { all: undefined },
      people: Object.fromEntries(
        Array.from({ length: size }, (_, i) => [`p${i}`, ['all']]),
      ),
    });
    expect(
      await setUp(crowd(2000)).directory.membersOf(group('all')),
    ).toHaveLength(2000);
    await expect(
      setUp(crowd(2001)).directory.membersOf(group('all')),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('invariant 11: a catalog that fails is never "no standing"', async () => {
    for (const failAt of [1, 2]) {
      const { directory, calls, answer } = setUp(acme);
      for (const ask of [
        () => directory.membersOf(group('payments')),
        () => directory.standing(user('ann'), [group('tech')]),
        () => directory.refsOf(user('ann')),
      ]) {
        let call = 0;
        calls.mockImplementation(async (...args) => {
          call += 1;
          if (call === failAt) {
            throw new Error('connection refused');
          }
          return answer(...args);
        });
        await expect(ask()).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
        });
      }
    }
  });

  it('asks anew each time, in few calls', async () => {
    const { directory, calls } = setUp(acme);
    await directory.standing(user('ann'), [group('payments'), group('sre')]);
    expect(calls).toHaveBeenCalledTimes(1);
    await directory.standing(user('ann'), [group('tech')]);
    expect(calls).toHaveBeenCalledTimes(3);
    await directory.membersOf(group('payments'));
    expect(calls).toHaveBeenCalledTimes(5);
  });

  it('gives a person standing exactly where they are a member', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom(...names)), {
          minLength: 5,
          maxLength: 5,
        }),
        fc.array(fc.subarray([...names, 'ghost']), {
          minLength: 3,
          maxLength: 3,
        }),
        async (parents, memberships) => {
          const { directory } = setUp({
            groups: Object.fromEntries(
              names.map((name, i) => [name, parents[i] ?? undefined]),
            ),
            people: Object.fromEntries(
              memberships.map((groups, i) => [`p${i}`, groups]),
            ),
          });
          for (const name of [...names, 'ghost']) {
            const members = await directory.membersOf(group(name));
            for (const i of memberships.keys()) {
              const standing = await directory.standing(user(`p${i}`), [
                group(name),
              ]);
              expect(members.includes(user(`p${i}`))).toBe(
                standing !== undefined,
              );
              expect(
                (await directory.refsOf(user(`p${i}`))).includes(group(name)),
              ).toBe(standing !== undefined);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
