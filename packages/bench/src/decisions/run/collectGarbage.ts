import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Has the engine collect all garbage now, so that nobody pays for another's. */
export function collectGarbage(): void {
  collect();
}
