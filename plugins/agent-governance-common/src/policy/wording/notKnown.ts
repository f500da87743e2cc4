import { FactRead } from '../../model';
import { plainText } from './plainText';

/** The clause of a rule that could not tell, with the facts that are to blame. */
export function notKnown(what: string, ...reads: FactRead[]): string {
  const facts = reads
    .filter(({ state, value }) => state !== 'known' || value === undefined)
    .map(
      ({ path, state, note }) =>
        `${path} is ${state === 'known' ? 'known to be none' : state}${
          note ? ` (${plainText(note)})` : ''
        }`,
    );
  return `it is not known ${what}: ${facts.join(', ')}`;
}
