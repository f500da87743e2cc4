import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  ActionDescription,
  ConfirmPolicyInput,
  Environment,
  JsonObject,
  ListPoliciesOptions,
  PolicyDetail,
  PolicyPage,
  PolicySummary,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyDocument } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { readPolicySource } from '../../policies/policySource';
import { LedgerReader } from '../../ledger/LedgerReader';
import { PolicyStore, StoredPolicy } from '../../store/PolicyStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { PolicyService } from '../types';
import { describeAuthority } from './describeAuthority';
import { noSuchPolicy } from './noSuchPolicy';
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
  ledger: LedgerReader;
  environments: Environment[];
  actions: { list(): ActionDescription[] };
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Policies as people look at them, and the one thing they can do about one here: confirm that it is gone. */
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
    const policy = await this.#find(policyRef, options.caller);
    const { actions, confirmers, environments, ledger } = this.#options;
    const [{ document, source }, entries, standing] = await Promise.all([
      this.#textsOf(policy),
      ledger.list({ stream: `policy:${policyRef}`, limit: CHANGES_SHOWN }),
      policy.state === 'vanished'
        ? confirmers.standing(policy, options.caller)
        : undefined,
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
      confirmers: policy.state === 'vanished' ? confirmers.of(policy) : [],
      mayConfirm: standing !== undefined,
      changes: entries.map(toPolicyChange),
    };
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
    const standing = await confirmers.standing(policy, caller);
    if (!standing) {
      throw new NotAllowedError(
        `Only ${confirmers
          .of(policy)
          .join(', ')} may confirm that ${policyRef} is gone`,
      );
    }
    const confirmed = await store.confirm({
      ref: policyRef,
      revision: input.revision,
      confirmedBy: caller.ref,
      standing: standing.via,
      comment,
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
  async #textsOf({ state, textDigest, sourceDigest }: StoredPolicy): Promise<{
    document?: PolicyDocument;
    source?: JsonObject;
  }> {
    const held = state === 'vanished' ? undefined : sourceDigest;
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
