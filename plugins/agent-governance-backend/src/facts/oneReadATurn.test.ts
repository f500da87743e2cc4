import { oneReadATurn } from './oneReadATurn';

describe('oneReadATurn', () => {
  it('reads together what is asked for together, and gives each its own', async () => {
    const asked: string[][] = [];
    const load = oneReadATurn(async refs => {
      asked.push(refs);
      return refs.map(ref => (ref === 'gone' ? undefined : `<${ref}>`));
    });
    expect(
      await Promise.all([load(['a', 'b']), load(['b', 'gone']), load(['c'])]),
    ).toEqual([['<a>', '<b>'], ['<b>', undefined], ['<c>']]);
    expect(await load(['a'])).toEqual(['<a>']);
    expect(asked).toEqual([['a', 'b', 'gone', 'c'], ['a']]);
  });

  it('fails everybody who asked in that turn, and nobody later', async () => {
    let fails = true;
    const load = oneReadATurn(async refs => {
      if (fails) {
        throw new Error('no answer');
      }
      return refs;
    });
    const all = await Promise.allSettled([load(['a']), load(['b'])]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await load(['a'])).toEqual(['a']);
  });
});
