import { PolicyChangeJudgement } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  judgeChange,
  PolicyDocument,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { GovernanceConfig } from '../GovernanceConfig';
import { PolicyChangeStore } from '../store/PolicyChangeStore';
import {
  PolicyNow,
  PolicyStore,
  PolicyText,
  StoredPolicy,
} from '../store/PolicyStore';
import { GovernedPolicy, governPolicy } from './governPolicy';

interface Options {
  store: Pick<PolicyStore, 'texts'>;
  changes: Pick<PolicyChangeStore, 'governChanges'>;
  config: Pick<GovernanceConfig, 'policyChanges'>;
  now: () => Date;
}

/** Decides which changes of policies take effect and which wait, by what is configured. */
export class ChangeGovernor {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeGovernor(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What is asked of changes from now on, on record where that is news. */
  async rules(now: Date): Promise<{ adopts: boolean }> {
    const { changes, config } = this.#options;
    return changes.governChanges({ ...config.policyChanges, now });
  }

  /** @param options - `texts`: those at hand; others are looked up */
  async govern(
    before: StoredPolicy | undefined,
    proposed: PolicyNow,
    options: { adopts: boolean; texts: PolicyText[] },
  ): Promise<GovernedPolicy> {
    const { config, now } = this.#options;
    const { quorum } = config.policyChanges;
    const documents = quorum
      ? await this.#documents(before, proposed, options.texts)
      : new Map<string, PolicyDocument>();
    return governPolicy(before, proposed, {
      quorum,
      adopts: options.adopts,
      judge: (from, to) => judgeTexts(documents, from, to),
      now: now(),
    });
  }

  /** Whether nothing is let happen by its end, as far as its text shows. */
  async judgeEnd({ textDigest }: StoredPolicy): Promise<PolicyChangeJudgement> {
    const documents = await this.#read(textDigest ? [textDigest] : [], []);
    return judgeTexts(documents, textDigest, undefined);
  }

  async #documents(
    before: StoredPolicy | undefined,
    proposed: PolicyNow,
    texts: PolicyText[],
  ): Promise<Map<string, PolicyDocument>> {
    const digests = [before?.textDigest, proposed.textDigest].filter(
      digest => digest !== undefined,
    );
    const isSame = before?.textDigest === proposed.textDigest;
    return isSame && proposed.state !== 'vanished'
      ? new Map()
      : this.#read(digests, texts);
  }

  async #read(
    digests: string[],
    texts: PolicyText[],
  ): Promise<Map<string, PolicyDocument>> {
    const found = new Map(texts.map(({ digest, bytes }) => [digest, bytes]));
    const missing = digests.filter(digest => !found.has(digest));
    if (missing.length > 0) {
      const kept = await this.#options.store.texts(missing);
      kept.forEach((bytes, digest) => found.set(digest, bytes));
    }
    return new Map(
      digests.flatMap(digest => {
        const bytes = found.get(digest);
        return bytes === undefined ? [] : [[digest, JSON.parse(bytes)]];
      }),
    );
  }
}

/** A text that is not kept cannot be compared with, so that anything may be looser than it. */
function judgeTexts(
  documents: Map<string, PolicyDocument>,
  from: string | undefined,
  to: string | undefined,
): PolicyChangeJudgement {
  const missing = [from, to].find(
    digest => digest !== undefined && !documents.has(digest),
  );
  return missing === undefined
    ? judgeChange(
        from ? documents.get(from) : undefined,
        to ? documents.get(to) : undefined,
      )
    : {
        loosens: true,
        findings: [
          {
            what: `The text ${missing} is not kept.`,
            because: 'What it said cannot be compared.',
          },
        ],
      };
}
