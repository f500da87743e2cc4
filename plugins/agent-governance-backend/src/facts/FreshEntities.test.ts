import { Entity } from '@backstage/catalog-model';
import { FreshEntities } from './FreshEntities';

describe('FreshEntities', () => {
  let time = 0;
  let answers: Array<() => void>;
  const now = () => new Date(time);
  const create = (capacity = 10) =>
    FreshEntities.create({ ttlMs: 5_000, capacity, now });
  const entityAt = (ref: string) =>
    ({ kind: ref, metadata: { name: String(time) } } as Entity);
  const read = jest.fn(async (refs: string[]) =>
    refs.map(ref => (ref === 'none' ? undefined : entityAt(ref))),
  );
  /** Answers only when told to. */
  const slow = jest.fn(async (refs: string[]) => {
    const found = refs.map(entityAt);
    await new Promise<void>(resolve => answers.push(resolve));
    return found;
  });
  const asked = () => read.mock.calls.map(([refs]) => refs);
  const settle = () => new Promise(resolve => setImmediate(resolve));

  beforeEach(() => {
    time = 1_000_000;
    answers = [];
    jest.clearAllMocks();
  });

  const get = async (
    entities: FreshEntities,
    ...refs: string[]
  ): Promise<unknown[]> =>
    (await entities.get({ scope: 's', refs, read })).map(
      ({ value, readAt }) =>
        value && [value.kind, readAt.getTime() - 1_000_000],
    );

  it('answers in the order of the refs, and remembers that there is none', async () => {
    const entities = create();
    expect(await get(entities, 'b', 'none', 'a')).toEqual([
      ['b', 0],
      undefined,
      ['a', 0],
    ]);
    expect(await get(entities, 'a', 'none')).toEqual([['a', 0], undefined]);
    expect(asked()).toEqual([['b', 'none', 'a']]);
  });

  it('never hands out what is too old', async () => {
    const entities = create();
    await get(entities, 'a');
    time += 5_000;
    expect(await get(entities, 'a')).toEqual([['a', 5_000]]);
  });

  it('renews what is in use before it is too old, without anybody waiting, and all of it at once', async () => {
    const entities = create();
    await get(entities, 'a');
    await get(entities, 'b');
    time += 4_000;
    expect(await get(entities, 'a')).toEqual([['a', 0]]);
    await settle();
    time += 3_000;
    expect(await get(entities, 'b')).toEqual([['b', 4_000]]);
    expect(asked().slice(0, 3)).toEqual([['a'], ['b'], ['b', 'a']]);
  });

  it('does not renew what nobody asks about any more', async () => {
    const entities = create();
    await get(entities, 'a', 'b');
    time += 4_000;
    await get(entities, 'a');
    await settle();
    time += 4_000;
    await get(entities, 'a');
    await settle();
    expect(asked()).toEqual([['a', 'b'], ['b', 'a'], ['a']]);
  });

  it('invariant 14: keeps apart what is read as different agents', async () => {
    const entities = create();
    await get(entities, 'a');
    const [other] = await entities.get({
      scope: 'other',
      refs: ['a'],
      read: async () => [undefined],
    });
    expect(other.value).toBeUndefined();
    time += 4_000;
    await get(entities, 'a');
    expect(asked()).toEqual([['a'], ['a']]);
  });

  it('shares one read among those who ask at once', async () => {
    const entities = create();
    const both = Promise.all([
      entities.get({ scope: 's', refs: ['a'], read: slow }),
      entities.get({ scope: 's', refs: ['a', 'a'], read: slow }),
    ]);
    answers.forEach(answer => answer());
    const [[first], [second]] = await both;
    expect(second.value).toBe(first.value);
    expect(slow).toHaveBeenCalledTimes(1);
  });

  it('counts age from before the read', async () => {
    const entities = create();
    const first = entities.get({ scope: 's', refs: ['a'], read: slow });
    time += 3_000;
    answers.forEach(answer => answer());
    expect((await first)[0].readAt).toEqual(new Date(1_000_000));
    time += 2_000;
    expect(await get(entities, 'a')).toEqual([['a', 5_000]]);
  });

  it('invariant 2: a failed read is remembered by nobody, and makes nothing younger', async () => {
    const entities = create();
    const fails = jest.fn().mockRejectedValue(new Error('down'));
    const failing = () =>
      entities.get({ scope: 's', refs: ['a'], read: fails });
    await expect(failing()).rejects.toThrow('down');
    await get(entities, 'a');
    time += 4_999;
    expect((await failing())[0].readAt).toEqual(new Date(1_000_000));
    await settle();
    time += 1;
    await expect(failing()).rejects.toThrow('down');
    expect(await get(entities, 'a')).toEqual([['a', 5_000]]);
  });

  it('invariant 2: a clock that is set back makes no old value young', async () => {
    const entities = create();
    await get(entities, 'a');
    time -= 60_000;
    expect(await get(entities, 'a')).toEqual([['a', -60_000]]);
  });

  it('drops what was used longest ago beyond its capacity', async () => {
    const entities = create(2);
    await get(entities, 'a');
    await get(entities, 'b');
    await get(entities, 'a');
    await get(entities, 'c');
    await get(entities, 'a');
    await get(entities, 'b');
    expect(asked()).toEqual([['a'], ['b'], ['c'], ['b']]);
    expect(await get(entities, 'x', 'y', 'z')).toHaveLength(3);
  });
});
