import { InputError } from '@backstage/errors';
import {
  DraftedPolicy,
  Environment,
  PolicyDraft,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicyIndex,
  PolicyProblem,
  ReadDraft,
  applyDraft,
  judgeAuthority,
  readDraft,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PolicyCatalog } from './PolicyCatalog';

/** What would decide, and what became of each policy that was spoken about. */
export interface AppliedPolicies {
  index: PolicyIndex;
  policies: DraftedPolicy[];
}

const NOTHING: ReadonlySet<string> = new Set();
const MOST_PROBLEMS = 10;
const NO_SUCH_POLICY = 'no policy of that name decides that you may read';

/** Drafts of policies, judged as the portal would judge them once they are merged. */
export class PolicyDrafts {
  readonly #options: {
    catalog: Pick<PolicyCatalog, 'ownersOf'>;
    policyAdmins: string[];
    environments: Environment[];
  };

  static create(options: {
    catalog: Pick<PolicyCatalog, 'ownersOf'>;
    policyAdmins: string[];
    environments: Environment[];
  }) {
    return new PolicyDrafts(options);
  }

  private constructor(options: {
    catalog: Pick<PolicyCatalog, 'ownersOf'>;
    policyAdmins: string[];
    environments: Environment[];
  }) {
    this.#options = options;
  }

  /**
   * @param base - the policies that decide
   * @param options - `hiddenOf`: which of these entities whoever wrote the draft may not read; for them those are none
   * @throws InputError naming what is wrong with it, and where; ServiceUnavailableError when the catalog does not answer
   */
  async apply(
    draft: PolicyDraft,
    base: PolicyIndex,
    options: {
      hiddenOf?: (refs: string[]) => Promise<ReadonlySet<string>>;
    } = {},
  ): Promise<AppliedPolicies> {
    const { catalog, environments } = this.#options;
    const names = environments.map(({ name }) => name);
    const read = readDraft(draft, { environments: names });
    if ('problems' in read) {
      throw refused(read.problems);
    }
    const named = namedIn(read);
    const hidden =
      (await options.hiddenOf?.([
        ...named.owners,
        ...named.entities,
        ...named.policies,
      ])) ?? NOTHING;
    const unseen = draft.changes.flatMap((change, index) =>
      change.kind !== 'text' && hidden.has(change.policyRef)
        ? { field: `changes[${index}].policyRef`, reason: NO_SUCH_POLICY }
        : [],
    );
    if (unseen.length > 0) {
      throw refused(unseen);
    }
    const entities = named.entities.filter(ref => !hidden.has(ref));
    const context = {
      ...this.#options,
      entityOwners:
        entities.length === 0
          ? new Map<string, string>()
          : await catalog.ownersOf(entities),
    };
    const applied = applyDraft({
      base,
      draft,
      environments: names,
      judge: policy =>
        hidden.has(policy.owner)
          ? `there is no ${policy.owner} that you may read`
          : judgeAuthority(policy, context),
    });
    if ('problems' in applied) {
      throw refused(applied.problems);
    }
    return applied;
  }
}

function namedIn({ changes }: Extract<ReadDraft, { changes: unknown }>) {
  const documents = changes.flatMap(change =>
    change.kind === 'text'
      ? change.policies.map(({ policy }) => policy.document)
      : [],
  );
  return {
    owners: documents.map(({ owner }) => owner),
    entities: documents.flatMap(({ entity }) => entity ?? []),
    policies: changes.flatMap(change =>
      change.kind === 'text' ? [] : change.policyRef,
    ),
  };
}

function refused(problems: PolicyProblem[]): InputError {
  const more = problems.length - MOST_PROBLEMS;
  return Object.assign(
    new InputError(
      `The draft cannot be tried: ${problems
        .slice(0, MOST_PROBLEMS)
        .map(inWords)
        .join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    ),
    // for programs: all of them, with their places
    { problems },
  );
}

function inWords(problem: PolicyProblem): string {
  const { file, line, column, field, reason, suggestion } = problem;
  const place = [
    file,
    line !== undefined && `line ${line}, column ${column ?? 1}`,
    `'${field}'`,
  ].filter(Boolean);
  return `${place.join(', ')}: ${reason}${
    suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`
  }`;
}
