import { DraftedPolicy } from '../../model';
import {
  compilePolicy,
  FilePolicy,
  HeldScope,
  LoadedPolicy,
  policyDigest,
  PolicyDocument,
} from '../documents';
import { compilePolicies, PolicyIndex } from '../policies';
import { PolicyProblem } from '../PolicyProblem';
import { quoteText } from '../wording';
import { ReadChange } from './readDraft';

/** Why the owner of a policy may not speak at its level, in one clause; nothing when it may. */
export type Judge = (policy: PolicyDocument) => string | undefined;

/** What decides about one ref. */
type Standing = { loaded: LoadedPolicy } | { held: HeldScope };

/** Policies, being changed one by one. */
export class Drafting {
  readonly problems: PolicyProblem[] = [];
  readonly #before: ReadonlyMap<string, Standing>;
  readonly #now: Map<string, Standing>;
  /** Of those it speaks about, the name each had last. */
  readonly #titles = new Map<string, string>();
  readonly #inert = new Map<string, string>();
  readonly #judge: Judge;

  constructor(base: PolicyIndex, judge: Judge) {
    this.#judge = judge;
    this.#before = standingsOf(base);
    this.#now = new Map(this.#before);
  }

  make(change: ReadChange, index: number): void {
    switch (change.kind) {
      case 'text':
        change.policies.forEach(policy => this.#put(policy));
        break;
      case 'off':
        this.#off(change.policyRef, index);
        break;
      default:
        this.#setMode(change, index);
    }
  }

  #put({ policy, digest }: FilePolicy): void {
    const { ref, title } = policy.document;
    this.#titles.set(ref, title);
    const outside = this.#judge(policy.document);
    if (outside === undefined) {
      this.#inert.delete(ref);
      this.#now.set(ref, { loaded: { policy, digest, standing: 'current' } });
    } else {
      this.#inert.set(ref, outside);
      this.#now.delete(ref);
    }
  }

  #off(policyRef: string, index: number): void {
    const found = this.#now.get(policyRef);
    if (!found && !this.#titles.has(policyRef)) {
      this.#refuse(index, `no policy ${quoteText(policyRef)} decides`);
      return;
    }
    this.#titles.set(policyRef, found ? titleOf(found) : policyRef);
    this.#inert.delete(policyRef);
    this.#now.delete(policyRef);
  }

  #setMode(
    { policyRef, mode }: Extract<ReadChange, { kind: 'mode' }>,
    index: number,
  ): void {
    const found = this.#now.get(policyRef);
    if (!found) {
      this.#refuse(index, `no policy ${quoteText(policyRef)} decides`);
      return;
    }
    if ('held' in found) {
      this.#refuse(
        index,
        `${quoteText(
          policyRef,
        )} cannot be read, so there is no text to set a mode of`,
      );
      return;
    }
    this.#titles.set(policyRef, titleOf(found));
    this.#now.set(policyRef, { loaded: inMode(found.loaded, mode) });
  }

  #refuse(index: number, reason: string): void {
    this.problems.push({ field: `changes[${index}].policyRef`, reason });
  }

  result(): { index: PolicyIndex; policies: DraftedPolicy[] } {
    const now = Array.from(this.#now.values());
    return {
      index: compilePolicies(
        now.flatMap(one => ('loaded' in one ? [one.loaded] : [])),
        now.flatMap(one => ('held' in one ? [one.held] : [])),
      ),
      policies: Array.from(this.#titles.keys())
        .sort()
        .map(ref => this.#drafted(ref)),
    };
  }

  #drafted(ref: string): DraftedPolicy {
    const before = this.#before.get(ref);
    const now = this.#now.get(ref);
    const after = now && 'loaded' in now ? now.loaded : undefined;
    const inert = this.#inert.get(ref);
    return {
      ref,
      title: this.#titles.get(ref) ?? ref,
      change: changeOf(before, after),
      ...(before && { before: partOf(before) }),
      ...(after && {
        after: { digest: after.digest, mode: after.policy.document.mode },
      }),
      ...(inert !== undefined && { inert }),
      warnings: Array.from(after?.policy.warnings ?? []),
    };
  }
}

function standingsOf({ policies, manifest }: PolicyIndex) {
  return new Map<string, Standing>([
    ...policies.map((loaded): [string, Standing] => [
      loaded.policy.document.ref,
      { loaded },
    ]),
    ...manifest.held.map((held): [string, Standing] => [held.ref, { held }]),
  ]);
}

function titleOf(standing: Standing): string {
  return 'held' in standing
    ? standing.held.title
    : standing.loaded.policy.document.title;
}

function partOf(standing: Standing): NonNullable<DraftedPolicy['before']> {
  return 'held' in standing
    ? { mode: 'enforce' }
    : {
        digest: standing.loaded.digest,
        mode: standing.loaded.policy.document.mode,
      };
}

/** The same text in another mode. */
function inMode(
  loaded: LoadedPolicy,
  mode: PolicyDocument['mode'],
): LoadedPolicy {
  const { document, warnings } = loaded.policy;
  if (document.mode === mode) {
    return loaded;
  }
  const changed: PolicyDocument = { ...document, mode };
  const compiled = compilePolicy(changed);
  if (!compiled.ok) {
    throw new Error(
      `${document.ref} cannot be compiled any more: ${compiled.problems[0].reason}`,
    );
  }
  return {
    ...loaded,
    policy: { ...compiled.policy, warnings },
    digest: policyDigest(changed),
  };
}

function changeOf(
  before: Standing | undefined,
  after: LoadedPolicy | undefined,
): DraftedPolicy['change'] {
  if (!after) {
    return before ? 'off' : 'unchanged';
  }
  if (!before) {
    return 'added';
  }
  if ('held' in before || before.loaded.standing !== after.standing) {
    return 'replaced';
  }
  const { loaded } = before;
  if (loaded.digest === after.digest) {
    return 'unchanged';
  }
  const mode = loaded.policy.document.mode;
  return policyDigest({ ...after.policy.document, mode }) === loaded.digest
    ? 'mode'
    : 'replaced';
}
