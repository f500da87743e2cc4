import { parseEntityRef } from '@backstage/catalog-model';
import { Facts, isMutating, known, MASKED_ENTITY_REF } from '../../model';
import { FactPath, readFact } from '../facts';
import { CoveredAction, CoveredEnvironment } from './CoveredAction';

/** One action in one environment, and all that is known of every request of it. */
export interface CoverageCellFacts {
  action: CoveredAction;
  environment: CoveredEnvironment;
  /** For each kind of target that it may have. Whatever is not in them is not known. */
  variants: readonly Facts[];
  /** The same as text, by path: cells that are the same there look the same to who looks only there. */
  known: ReadonlyMap<FactPath, string>;
}

/** Where {@link CoverageCellFacts} can know something. */
export const CELL_PATHS: readonly FactPath[] = [
  'action.id',
  'action.effectClass',
  'action.mutates',
  'action.reversible',
  'action.quotesContext',
  'action.takesSecrets',
  'action.tags',
  'target.kind',
  'target.ref',
  'environment.name',
  'environment.owner',
  'environment.rank',
  'environment.production',
];

const ACTION = 'action';
const CONFIG = 'config';

/** Every action that changes something, in every environment it can be asked for. */
export function cellsOf(
  actions: readonly CoveredAction[],
  environments: readonly CoveredEnvironment[],
): CoverageCellFacts[] {
  const byRank = [...environments].sort(
    (a, b) => a.rank - b.rank || compare(a.name, b.name),
  );
  return actions
    .filter(({ effectClass }) => isMutating(effectClass))
    .sort((a, b) => compare(a.id, b.id))
    .flatMap(action =>
      byRank
        .filter(({ name }) => (action.place?.environment ?? name) === name)
        .map(environment => cellOf(action, environment)),
    );
}

function cellOf(
  action: CoveredAction,
  environment: CoveredEnvironment,
): CoverageCellFacts {
  const variants = targetsOf(action).map(target =>
    factsOf(action, environment, target),
  );
  const texts = CELL_PATHS.map((path): [FactPath, string] => [
    path,
    JSON.stringify(variants.map(facts => readFact(facts, path).value ?? null)),
  ]);
  return { action, environment, variants, known: new Map(texts) };
}

/** Facts as they are gathered for a request, as far as they do not depend on the request. */
function factsOf(
  action: CoveredAction,
  environment: CoveredEnvironment,
  target: Partial<Facts['target']>,
): Facts {
  const { id, effectClass, tags, quotesContext, takesSecrets } = action;
  const facts = {
    schemaVersion: 1,
    action: {
      id: known(id, ACTION),
      effectClass: known(effectClass, ACTION),
      mutates: known(isMutating(effectClass), ACTION),
      reversible: known(action.undo !== undefined, ACTION),
      ...(tags && { tags: known([...tags], ACTION) }),
      ...(quotesContext !== undefined && {
        quotesContext: known(quotesContext, ACTION),
      }),
      ...(takesSecrets !== undefined && {
        takesSecrets: known(takesSecrets, ACTION),
      }),
    },
    target,
    environment: {
      name: known(environment.name, CONFIG),
      owner: known(environment.owner, CONFIG),
      rank: known(environment.rank, CONFIG),
      production: known(environment.production, CONFIG),
    },
  };
  // everything else is left open; a fact that is not there is unknown
  return facts as unknown as Facts;
}

function targetsOf({
  place,
  targetKinds,
}: CoveredAction): Array<Partial<Facts['target']>> {
  if (place && place.target !== MASKED_ENTITY_REF) {
    const { kind } = parseEntityRef(place.target);
    return [
      {
        ref: known(place.target, ACTION),
        kind: known(kind.toLocaleLowerCase('en-US'), ACTION),
      },
    ];
  }
  return targetKinds === undefined || targetKinds.includes('*')
    ? [{}]
    : targetKinds.map(kind => ({ kind: known(kind, ACTION) }));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
