import { readForAll, readTogether } from './readTogether';

describe('readTogether', () => {
  it('asks once for what is wanted in one turn, and gives each its own', async () => {
    const asked: string[][] = [];
    const read = readTogether(async (keys: readonly string[]) => {
      asked.push([...keys]);
      return keys.map(key => key.toLocaleUpperCase('en-US'));
    });
    expect(await Promise.all(['a', 'b', 'a'].map(read))).toEqual([
      'A',
      'B',
      'A',
    ]);
    expect(asked).toEqual([['a', 'b', 'a']]);
  });

  it('remembers nothing: who asks later sees what holds later', async () => {
    let value = 1;
    const read = readForAll(async () => value);
    const early = read();
    value = 2;
    // nothing was read yet when the value changed
    expect(await early).toBe(2);
    value = 3;
    expect(await read()).toBe(3);
  });

  it('starts a new read for whoever asks while one is on its way', async () => {
    let value = 'before';
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    let isFirst = true;
    const read = readForAll(async () => {
      const seen = value;
      if (isFirst) {
        isFirst = false;
        await gate;
      }
      return seen;
    });
    const first = read();
    await new Promise(resolve => setImmediate(resolve));
    await new Promise(resolve => setImmediate(resolve));
    value = 'after';
    const second = read();
    release();
    expect(await first).toBe('before');
    expect(await second).toBe('after');
  });

  it('fails everybody who asked, and nobody who asks later', async () => {
    let fails = true;
    const read = readForAll(async () => {
      if (fails) {
        throw new Error('the database did not answer');
      }
      return 'well';
    });
    const both = await Promise.allSettled([read(), read()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await read()).toBe('well');
  });
});
