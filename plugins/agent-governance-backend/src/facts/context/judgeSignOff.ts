import {
  ContextSignOff,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Whether a sign-off still vouches for the value. One that saw another value reported in between
 * never counts again, even when the old value comes back.
 */
export function judgeSignOff(
  signOff: Omit<ContextSignOff, 'valid' | 'lapsedBecause'> & {
    lapsedAt?: string;
  },
  present: {
    /** Digest of the value that holds now, if one does. */
    digest: string | undefined;
    standard: ContextStandard | undefined;
    /** Whether the signer has standing now. */
    hasStanding: boolean;
  },
): ContextSignOff {
  const { lapsedAt, ...rest } = signOff;
  const lapsedBecause = whyLapsed(signOff, present);
  return lapsedBecause === undefined
    ? { ...rest, valid: true }
    : { ...rest, valid: false, lapsedBecause };
}

function whyLapsed(
  signOff: { digest: string; personRef: string; lapsedAt?: string },
  present: {
    digest: string | undefined;
    standard: ContextStandard | undefined;
    hasStanding: boolean;
  },
): string | undefined {
  if (present.digest === undefined) {
    return 'There is no agreed value any more';
  }
  if (signOff.digest !== present.digest) {
    return 'The value has changed since';
  }
  if (signOff.lapsedAt !== undefined) {
    return `Another value was reported at ${signOff.lapsedAt}`;
  }
  if (present.standard?.signOffBy === undefined) {
    return 'The standard lets nobody sign this off any more';
  }
  return present.hasStanding
    ? undefined
    : `${signOff.personRef} no longer has standing to sign this off`;
}
