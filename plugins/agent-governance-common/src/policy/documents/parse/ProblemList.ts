import { FilePlace } from '../file/FilePlace';
import { PolicyProblem } from '../../PolicyProblem';
import { nearestName } from '../../expressions/nearestName';
import { plainText } from '../../wording';

/** Where something stands in an entity: `['spec', 'rules', 2, 'when']`. */
export type EntityPath = ReadonlyArray<string | number>;

/** Finds what stands at a path in the file it was read from, if there is one. */
export type Locate = (path: EntityPath) => FilePlace | undefined;

/** Finds a character of the text that stands at a path. */
export type LocateIn = (
  path: EntityPath,
  offset: number,
) => FilePlace | undefined;

/** Gathers everything that is wrong, so that an author sees all of it at once. */
export class ProblemList {
  readonly problems: PolicyProblem[] = [];
  readonly #locate: Locate;

  constructor(locate: Locate = () => undefined) {
    this.#locate = locate;
  }

  add(path: EntityPath, reason: string, suggestion?: string): undefined {
    this.problems.push({
      field: fieldOf(path),
      ...this.#locate(path),
      reason,
      ...(suggestion !== undefined && { suggestion }),
    });
    return undefined;
  }

  /** For a name out of a list: says what is allowed and what was probably meant. */
  addUnknownName(
    path: EntityPath,
    what: string,
    written: string,
    allowed: readonly string[],
  ): undefined {
    return this.add(
      path,
      `“${plainText(written)}” is not ${what}; allowed: ${allowed.join(', ')}`,
      nearestName(written, allowed),
    );
  }
}

/** As authors say it: without the `spec.` that everything of a policy is under. */
function fieldOf(path: EntityPath): string {
  const [first, ...rest] = path;
  const said = first === 'spec' && rest.length > 0 ? rest : path;
  return said
    .map((step, index) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
