import {
  AgentEntity,
  AgentIdentity,
  AgentIdentityUse,
  AgentKeyUse,
  SignInUse,
  readAgentKeys,
  readFederatedIdentities,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FederatedIssuer } from '@agentgov/backstage-plugin-agent-governance-node';
import { RecordedSignIn } from './SignIns';

/** What the entity says, and what was signed in with, as one. */
export function composeIdentity(options: {
  entity: AgentEntity | undefined;
  issuers: ReadonlyArray<Pick<FederatedIssuer, 'id' | 'issuer'>>;
  signIns: RecordedSignIn[];
}): Pick<AgentIdentity, 'keys' | 'identities'> {
  return { keys: keysOf(options), identities: identitiesOf(options) };
}

type Sources = Parameters<typeof composeIdentity>[0];

function keysOf({ entity, signIns }: Sources): AgentKeyUse[] {
  const used = new Map(
    signIns.flatMap(signIn =>
      signIn.method === 'key' ? [[signIn.keyThumbprint, useOf(signIn)]] : [],
    ) as Array<[string, SignInUse]>,
  );
  const present = entity ? readAgentKeys(entity) : [];
  const known = new Set(present.map(({ thumbprint }) => thumbprint));
  return [
    ...present.map(({ thumbprint, algorithm, kid }) => {
      const use = used.get(thumbprint);
      return {
        thumbprint,
        algorithm,
        ...(kid !== undefined && { keyId: kid }),
        isInEntity: true,
        ...(use && { use }),
      };
    }),
    ...[...used]
      .filter(([thumbprint]) => !known.has(thumbprint))
      .map(([thumbprint, use]) => ({ thumbprint, isInEntity: false, use })),
  ];
}

function identitiesOf(sources: Sources): AgentIdentityUse[] {
  const { entity, issuers, signIns } = sources;
  const federated = signIns.flatMap(signIn =>
    signIn.method === 'federated' ? [signIn] : [],
  );
  const issuerOf = (id: string) => issuers.find(one => one.id === id)?.issuer;
  const present = entity ? readFederatedIdentities(entity) : [];
  const shown = new Set<RecordedSignIn>();
  const current = present.map(({ issuer: issuerId, subject }) => {
    const issuer = issuerOf(issuerId);
    const signIn = federated.find(
      one =>
        one.issuerId === issuerId &&
        one.subject === subject &&
        (issuer === undefined || one.issuer === issuer),
    );
    if (signIn) {
      shown.add(signIn);
    }
    return {
      issuerId,
      ...(issuer !== undefined && { issuer }),
      subject,
      isInEntity: true,
      isBelieved: issuer !== undefined,
      ...(signIn && { use: useOf(signIn) }),
    };
  });
  return [
    ...current,
    ...federated
      .filter(signIn => !shown.has(signIn))
      .map(signIn => ({
        issuerId: signIn.issuerId,
        issuer: signIn.issuer,
        subject: signIn.subject,
        isInEntity: false,
        isBelieved: issuerOf(signIn.issuerId) === signIn.issuer,
        use: useOf(signIn),
      })),
  ];
}

function useOf({ firstAt, lastAt, tokenExpiresAt }: RecordedSignIn): SignInUse {
  return { firstAt, lastAt, tokenExpiresAt };
}
