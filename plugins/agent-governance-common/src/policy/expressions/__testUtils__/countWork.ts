import { celFunc, CelScalar, isCelList, CelValue } from '@bufbuild/cel';
import { patternInstructions } from '../library';

interface Callable {
  name: string;
  call(
    id: number,
    target: CelValue | undefined,
    args: CelValue[],
  ): CelValue | undefined;
}

/** What every function of the library is called through. */
const callable: Callable = Object.getPrototypeOf(
  Object.getPrototypeOf(
    celFunc('any', [CelScalar.BOOL], CelScalar.BOOL, value => value),
  ),
);

/** Counts, in the steps in which costs are stated, what functions of the library really have to do. */
export function countWork(run: () => void): number {
  const original = callable.call;
  let work = 0;
  callable.call = function counted(this: Callable, id, target, args) {
    const result = original.call(this, id, target, args);
    if (result !== undefined) {
      work += workOf(
        this.name,
        target === undefined ? args : [target, ...args],
      );
    }
    return result;
  };
  try {
    run();
  } finally {
    callable.call = original;
  }
  return work;
}

function workOf(name: string, args: CelValue[]): number {
  const texts = args.map(arg => (typeof arg === 'string' ? arg.length : 0));
  switch (name) {
    case '@in':
      return 1 + (isCelList(args[1]) ? args[1].size : 0);
    case 'matches':
      return 1 + (texts[0] * patternInstructions(String(args[1]))) / 32;
    case 'contains':
    case 'size':
      return 1 + texts[0] / 256;
    case 'lowerAscii':
    case 'upperAscii':
    case '_+_':
      return 1 + texts.reduce((total, length) => total + length, 0) / 256;
    default:
      return 1 + Math.min(...texts) / 256;
  }
}
