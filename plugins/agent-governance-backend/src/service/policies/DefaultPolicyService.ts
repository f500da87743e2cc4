import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ActionDescription,
  ConfirmPolicyInput,
  Environment,
  JsonObject,
  ListPoliciesOptions,
  PolicyDetail,
  PolicyPage,
  PolicySummary,
  VotePolicyChangeInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  policyDigest,
  PolicyDocument,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { GovernanceConfig } from '../../GovernanceConfig';
import { readPolicySource } from '../../policies/policySource';
import { LedgerReader } from '../../ledger/LedgerReader';
import { ChangeGovernor } from '../../policies/ChangeGovernor';
import { PolicyStore, StoredPolicy } from '../../store/PolicyStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { PolicyService } from '../types';
import { describeAuthority } from './describeAuthority';
import { noSuchPolicy } from './noSuchPolicy';
import { PolicyChangeDesk } from './PolicyChangeDesk';
import { PolicyConfirmers } from './PolicyConfirmers';
import { PolicyLister } from './PolicyLister';
import { PolicyVisibility } from './PolicyVisibility';
import { policyWarnings } from './policyWarnings';
import { toPolicyChange } from './toPolicyChange';
import { toPolicySummary } from './toPolicySummary';

const MAX_COMMENT = 500;
/** How many changes are shown; the ledger has them all. */
const CHANGES_SHOWN = 20;

interface Options {
  store: PolicyStore;
  lister: PolicyLister;
  visibility: PolicyVisibility;
  confirmers: PolicyConfirmers;
  desk: PolicyChangeDesk;
  governor: Pick<ChangeGovernor, 'judgeEnd'>;
  config: Pick<GovernanceConfig, 'policyChanges'>;
  ledger: LedgerReader;
  environments: Environment[];
  actions: { list(): ActionDescription[] };
  notifier: ChangeNotifier;
  now: () => Date;
}

/**
 * Policies as people look at them, and what they can do about one here: confirm that it is gone, and vote on a change of
 * it that waits.
 */
export class DefaultPolicyService implements PolicyService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultPolicyService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: ListPoliciesOptions,
    options: { caller: PersonCaller },
  ): Promise<PolicyPage> {
    return this.#options.lister.list(query, options);
  }

  async get(
    policyRef: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    return this.#show(await this.#find(policyRef, options.caller), options);
  }

  async #show(
    policy: StoredPolicy,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    const { actions, confirmers, desk, environments, ledger } = this.#options;
    const [{ document, source }, entries, standing, pendingChange] =
      await Promise.all([
        this.#textsOf(policy),
        ledger.list({ stream: `policy:${policy.ref}`, limit: CHANGES_SHOWN }),
        isConfirmable(policy)
          ? confirmers.standing(policy, options.caller)
          : undefined,
        desk.view(policy, options.caller),
      ]);
    return {
      ...toPolicySummary(policy),
      ...(document && { document }),
      ...(source && { source }),
      problems: policy.problems,
      warnings: document
        ? policyWarnings(document, { environments, actions: actions.list() })
        : [],
      checkpoints: policy.checkpoints,
      authority: describeAuthority(policy, {
        environments,
        entity: document?.entity ?? policy.heldScope?.entity,
      }),
      ...(policy.originLocation !== undefined && {
        originLocation: policy.originLocation,
      }),
      confirmers: isConfirmable(policy) ? confirmers.of(policy) : [],
      mayConfirm: standing !== undefined,
      changes: entries.map(toPolicyChange),
      ...(pendingChange && { pendingChange }),
    };
  }

  async text(
    policyRef: string,
    digest: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDocument> {
    await this.#find(policyRef, options.caller);
    const text = (await this.#options.store.texts([digest])).get(digest);
    const document: PolicyDocument | undefined = text && JSON.parse(text);
    // whatever else is kept by digest is no text of this policy
    if (
      document?.ref !== policyRef ||
      !Array.isArray(document.rules) ||
      policyDigest(document) !== digest
    ) {
      throw new NotFoundError('The policy had no such text');
    }
    return document;
  }

  async approveChange(
    policyRef: string,
    input: VotePolicyChangeInput,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    const policy = await this.#find(policyRef, options.caller);
    await this.#options.desk.approve(policy, input, options.caller);
    return this.#afterVote(policy, options);
  }

  async rejectChange(
    policyRef: string,
    input: VotePolicyChangeInput,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    const policy = await this.#find(policyRef, options.caller);
    await this.#options.desk.reject(policy, input, options.caller);
    return this.#afterVote(policy, options);
  }

  async confirm(
    policyRef: string,
    input: ConfirmPolicyInput,
    options: { caller: PersonCaller },
  ): Promise<PolicySummary> {
    const { caller } = options;
    const { confirmers, notifier, now, store } = this.#options;
    const comment =
      parsePlainText(input.comment ?? '', {
        field: 'comment',
        min: 0,
        max: MAX_COMMENT,
      }) || undefined;
    if (!Number.isSafeInteger(input.revision)) {
      throw new InputError('revision: must be a whole number');
    }
    const policy = await this.#find(policyRef, caller);
    if (policy.state !== 'vanished') {
      throw new ConflictError(
        `The policy is ${policy.state}: only one that vanished can be confirmed to be gone`,
      );
    }
    await this.#assertOnePersonIsEnough(policy);
    const standing = await confirmers.standing(policy, caller);
    if (!standing) {
      throw new NotAllowedError(
        `Only ${confirmers
          .of(policy)
          .join(', ')} may confirm that ${policyRef} is gone`,
      );
    }
    const quorum = this.#quorumFor(policy);
    const confirmed = await store.confirm({
      ref: policyRef,
      revision: input.revision,
      confirmedBy: caller.ref,
      standing: standing.via,
      comment,
      judgement: quorum && { quorum, judged: 'does-not-loosen' },
      now: now(),
    });
    if (!confirmed) {
      const present = await store.get(policyRef);
      throw new ConflictError(
        `The policy is ${present?.state ?? 'gone'} at revision ${
          present?.revision ?? 0
        }: look at it again`,
      );
    }
    notifier.changed();
    return toPolicySummary(confirmed);
  }

  /** A guardrail's end is a change like any other, where changes are asked about. */
  async #assertOnePersonIsEnough(policy: StoredPolicy): Promise<void> {
    const quorum = this.#quorumFor(policy);
    if (quorum && (await this.#options.governor.judgeEnd(policy)).loosens) {
      throw new ConflictError(
        `That it is gone takes the agreement of ${quorum.count} people: agree to the change that waits`,
      );
    }
  }

  #quorumFor({ level }: StoredPolicy) {
    const { quorum } = this.#options.config.policyChanges;
    return level && quorum?.levels.includes(level) ? quorum : undefined;
  }

  /** One that ends with the vote is shown as it was, without what it waited for. */
  async #afterVote(
    before: StoredPolicy,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    const { notifier, store } = this.#options;
    notifier.changed();
    const policy = await store.get(before.ref);
    return this.#show(
      policy && policy.state !== 'gone'
        ? policy
        : { ...before, pending: undefined },
      options,
    );
  }

  async #find(ref: string, caller: PersonCaller): Promise<StoredPolicy> {
    const { store, visibility } = this.#options;
    const policy = await store.get(ref);
    const [visible] =
      policy && policy.state !== 'gone'
        ? await visibility.visible([policy], caller)
        : [];
    if (!visible) {
      throw noSuchPolicy(ref);
    }
    return visible;
  }

  /** What decides, and what the catalog holds. */
  async #textsOf({
    state,
    textDigest,
    sourceDigest,
    pending,
  }: StoredPolicy): Promise<{
    document?: PolicyDocument;
    source?: JsonObject;
  }> {
    const held =
      state === 'vanished'
        ? undefined
        : pending?.proposed.sourceDigest ?? sourceDigest;
    const digests = [textDigest, held].filter(one => one !== undefined);
    const texts =
      digests.length === 0
        ? new Map<string, string>()
        : await this.#options.store.texts(digests);
    const document = textDigest && texts.get(textDigest);
    const source = held && texts.get(held);
    return {
      ...(document && { document: JSON.parse(document) }),
      ...(source && { source: readPolicySource(source) }),
    };
  }
}

/** Whether one person may confirm that it is gone: it is, and nobody else is asked. */
function isConfirmable({ state, pending }: StoredPolicy): boolean {
  return state === 'vanished' && !pending;
}
