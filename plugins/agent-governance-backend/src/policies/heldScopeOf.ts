import {
  AgentPolicyEntity,
  JsonObject,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AuthorityContext,
  compilePolicy,
  DOCUMENT_LEVELS,
  DocumentLevel,
  HeldScope,
  judgeAuthority,
  parsePolicy,
  PolicyDocument,
  PolicyScope,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** A rule that nothing is wrong with. */
const PROBE_RULE = { name: 'probe', effect: 'deny', because: 'Probe.' };
const SCOPE_PARTS = ['actions', 'targets', 'environments'] as const;

/**
 * What of a broken policy's scope can still be read; what cannot means everything, within its owner's authority.
 *
 * Its own level counts where it can be read. Where it cannot, the widest that its owner could have meant does.
 *
 * @returns `undefined` when its owner has authority over nothing, at whatever level
 */
export function heldScopeOf(
  entity: AgentPolicyEntity,
  options: {
    levels: readonly DocumentLevel[];
    authority: AuthorityContext;
    because: string;
  },
): HeldScope | undefined {
  const { levels, authority, because } = options;
  const said = readLevel(entity);
  const candidates =
    said === undefined || probe(entity, { level: said }) === undefined
      ? DOCUMENT_LEVELS.filter(level => level !== 'service')
      : [said];
  for (const level of candidates.filter(one => levels.includes(one))) {
    const document = probe(entity, { level });
    if (document && judgeAuthority(document, authority) === undefined) {
      const { ref, title, owner, entity: target } = document;
      return {
        ref,
        title,
        owner,
        level,
        appliesTo: readScope(entity, level),
        ...(target !== undefined && { entity: target }),
        because,
      };
    }
  }
  return undefined;
}

/** The level as it is written, if it is one. */
export function readLevel(
  entity: AgentPolicyEntity,
): DocumentLevel | undefined {
  return DOCUMENT_LEVELS.find(level => level === entity.spec.level);
}

function readScope(
  entity: AgentPolicyEntity,
  level: DocumentLevel,
): PolicyScope {
  const { appliesTo } = entity.spec;
  if (!isRecord(appliesTo)) {
    return {};
  }
  const parts = SCOPE_PARTS.map(part =>
    part in appliesTo
      ? probe(entity, { level, appliesTo: { [part]: appliesTo[part] } })
          ?.appliesTo
      : undefined,
  );
  return Object.assign({}, ...parts);
}

/** The document of the same policy with nothing in its spec but who speaks and these. */
function probe(
  entity: AgentPolicyEntity,
  spec: { level: DocumentLevel; appliesTo?: JsonObject },
): PolicyDocument | undefined {
  const { owner, entity: target } = entity.spec;
  const parsed = parsePolicy({
    ...entity,
    metadata: { ...entity.metadata, title: undefined },
    spec: {
      owner,
      rules: [PROBE_RULE],
      ...spec,
      ...(spec.level === 'service' && { entity: target }),
    },
  });
  return parsed.ok && compilePolicy(parsed.document).ok
    ? parsed.document
    : undefined;
}

function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
