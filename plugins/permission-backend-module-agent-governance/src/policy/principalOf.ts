import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';

/** Who is asking, as far as this policy is concerned. */
export type Principal = 'agent' | 'person' | 'nobody';

/**
 * Tells agents from people by the kind of the entity they are, never by what they claim to own.
 *
 * Both places that name the principal are looked at: if either says `agent:`, it is one. Everything that
 * is neither an agent nor a `user:` is nobody.
 */
export function principalOf(user: PolicyQueryUser | undefined): Principal {
  const refs = refsOf(user);
  if (refs.length === 0) {
    return 'nobody';
  }
  if (refs.some(isAgentRef)) {
    return 'agent';
  }
  return refs.every(isUserRef) ? 'person' : 'nobody';
}

function refsOf(user: PolicyQueryUser | undefined): string[] {
  const principal = user?.credentials.principal as
    | { userEntityRef?: string }
    | undefined;
  return [principal?.userEntityRef, user?.info.userEntityRef].filter(
    (ref): ref is string => ref !== undefined,
  );
}

function isUserRef(ref: string): boolean {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'user';
  } catch {
    return false;
  }
}
