import {
  JsonObject,
  MASKED_ENTITY_REF,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  policyEntityOf,
  readPolicyFile,
  writePolicyFile,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

type Problem = PolicyDetail['problems'][number];

/** A text of a policy as a file, and what is wrong with it there. */
export interface ReadText {
  text: string;
  problems: Problem[];
  /** Names in it are masked, so that it is not what its author wrote. */
  isMasked: boolean;
}

/** The texts there are of one policy. */
export interface PolicyTexts {
  /** What decides; absent where nothing does, or where the catalog holds the same. */
  decides?: ReadText;
  /** What the catalog holds now. */
  catalog?: ReadText;
  /** Whether what the catalog holds is what decides. */
  isSame: boolean;
}

/** Writes the texts of a policy as files, and finds the lines of what is wrong with them. */
export function readTexts(policy: PolicyDetail): PolicyTexts {
  const { document, source, digest } = policy;
  const catalog = source && readText(writePolicyFile([asWritten(source)]));
  const isSame = catalog !== undefined && catalog.digest === digest;
  return {
    isSame,
    ...(catalog && { catalog }),
    ...(document &&
      !isSame && {
        decides: readText(writePolicyFile([policyEntityOf(document)])),
      }),
  };
}

/** The catalog puts the namespace in that nobody writes. */
function asWritten({ metadata, ...entity }: JsonObject): JsonObject {
  const { namespace, ...rest } = metadata as JsonObject;
  return namespace === 'default'
    ? { ...entity, metadata: rest }
    : { ...entity, metadata };
}

function readText(text: string): ReadText & { digest?: string } {
  const { policies, problems } = readPolicyFile(text);
  return {
    text,
    problems: [
      ...problems,
      ...policies.flatMap(({ policy }) => policy.warnings),
    ],
    digest: policies[0]?.digest,
    isMasked: text.includes(MASKED_ENTITY_REF),
  };
}
