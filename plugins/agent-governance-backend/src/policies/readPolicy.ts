import {
  AGENT_POLICY_MODES,
  AgentPolicyEntity,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AuthorityContext,
  DocumentLevel,
  judgeAuthority,
  PolicyDocument,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  judgePolicyTrust,
  TrustRule,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { normaliseRef } from '../facts/normaliseRef';
import { catalogProblems } from './catalogProblems';
import { heldScopeOf, readLevel } from './heldScopeOf';
import { FoundPolicy } from './PolicyReading';
import { sourceUrlOf } from './sourceUrlOf';
import { UnderstoodPolicy } from './understandPolicy';

const ANNOTATION_ORPHAN = 'backstage.io/orphan';
/** What fits the store. */
const MAX_REF = 255;
const MAX_TITLE = 200;

/** What judging needs to know besides the entity. */
export interface ReadingContext extends AuthorityContext {
  trust: readonly TrustRule[];
  /** What a policy's text says by itself. */
  understand(entity: AgentPolicyEntity): UnderstoodPolicy;
}

/** Whether the catalog only still shows it, and nothing stands behind it any more. */
export function isOrphan(entity: AgentPolicyEntity): boolean {
  return entity.metadata.annotations?.[ANNOTATION_ORPHAN] === 'true';
}

/**
 * Judges one policy of the catalog: whether it comes from where policies count, whether it can be understood, and
 * whether its owner may say it. In this order: what comes from anywhere is not even read.
 */
export function readPolicy(
  entity: AgentPolicyEntity,
  context: ReadingContext,
): FoundPolicy {
  const { uid, title, name } = entity.metadata;
  const found: Found = {
    ref: stringifyEntityRef(entity),
    title: shortText(title ?? name),
    owner: ownerOf(entity),
    level: readLevel(entity),
    mode: readMode(entity),
    ...(uid !== undefined && { entityUid: uid }),
    sourceUrl: sourceUrlOf(entity),
    problems: [],
  };
  const trust = judgePolicyTrust(entity, context.trust);
  if (!trust.trusted) {
    const because = `It does not count: ${trust.reason}.`;
    return { ...found, kind: 'untrusted', because };
  }
  const { originLocation, levels } = trust;
  const trusted = { ...found, originLocation };
  const { level } = found;
  if (level && !levels.includes(level)) {
    return {
      ...trusted,
      kind: 'untrusted',
      because: `It does not count: agentGovernance.trust lets policies from ${originLocation} speak only at these levels: ${
        levels.join(', ') || 'none'
      }; it is of the ${level} level.`,
    };
  }
  return judgeTrusted(entity, trusted, { ...context, levels });
}

/** What is known of a policy before it is judged. */
type Found = Omit<FoundPolicy, 'kind' | 'because'>;

function judgeTrusted(
  entity: AgentPolicyEntity,
  found: Found,
  context: ReadingContext & { levels: DocumentLevel[] },
): FoundPolicy {
  const { source, meaning, problems } = context.understand(entity);
  if (!meaning) {
    return judgeUnreadable(
      entity,
      { ...found, ...(source && { source }), problems },
      context,
    );
  }
  const { document, text } = meaning;
  const { title, owner, level, mode } = document;
  const known = { ...found, source, title, owner, level, mode };
  const outside = judgeAuthority(document, context);
  if (outside !== undefined) {
    const because = `It does not count: ${outside}.`;
    return { ...known, kind: 'out-of-authority', because };
  }
  const refused = catalogProblems(entity);
  if (refused.length > 0) {
    return {
      ...known,
      kind: 'broken',
      because:
        'The catalog could not take in its newest version; the one before it decides.',
      problems: refused,
      text,
    };
  }
  const because =
    mode === 'shadow'
      ? 'It is evaluated and recorded, and counts for nothing.'
      : 'It decides.';
  return { ...known, kind: 'good', because, text };
}

function judgeUnreadable(
  entity: AgentPolicyEntity,
  found: Found,
  context: ReadingContext & { levels: DocumentLevel[] },
): FoundPolicy {
  const { length } = found.problems;
  const because = `It cannot be understood: ${length} ${
    length === 1 ? 'thing is' : 'things are'
  } wrong with it.`;
  const heldScope = heldScopeOf(entity, {
    levels: context.levels,
    authority: context,
    because: 'it cannot be understood, and no text of it was ever good',
  });
  if (!heldScope) {
    return {
      ...found,
      kind: 'out-of-authority',
      because: `${because} It would not count either: ${found.owner} may not speak at its level.`,
    };
  }
  return {
    ...found,
    kind: 'broken',
    because,
    ...(found.mode !== 'shadow' && { heldScope }),
  };
}

function readMode(
  entity: AgentPolicyEntity,
): PolicyDocument['mode'] | undefined {
  const { mode = 'enforce' } = entity.spec;
  return AGENT_POLICY_MODES.find(one => one === mode);
}

/** As the text says it, since that is what its authority is judged by. */
function ownerOf(entity: AgentPolicyEntity): string | undefined {
  const ref = normaliseRef(entity.spec.owner, {
    defaultKind: 'group',
    defaultNamespace: entity.metadata.namespace,
  });
  return ref !== undefined && ref.length <= MAX_REF ? ref : undefined;
}

/** Anybody's text, so that it can be stored and shown. */
function shortText(text: unknown): string {
  return String(text)
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .slice(0, MAX_TITLE);
}
