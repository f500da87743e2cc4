import { createHash } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import { ConditionSourceConfig } from '../../../GovernanceConfig';
import { ConditionDelivery } from '../../types';
import { matchesAny } from './matchesAny';
import { readSignatures } from './readSignatures';
import { signHmac } from './signHmac';

/** What is known of a delivery once it is known from whom it is. */
export interface VerifiedDelivery {
  /** When it was signed, where the signature covers that. */
  signedAt?: Date;
  /** What tells it from every other delivery, for as long as its signature is accepted. */
  once?: { digest: string; expiresAt: Date };
}

const TIMESTAMP = /^\d{1,12}$/;

/**
 * Makes sure that a delivery is from its source, on the bytes as they came in.
 *
 * @throws AuthenticationError saying what is missing or does not fit, never what it should be
 */
export function verifyDelivery(
  source: ConditionSourceConfig,
  delivery: ConditionDelivery,
  now: Date,
): VerifiedDelivery {
  switch (source.type) {
    case 'generic':
      return verifyGeneric(source, delivery, now);
    case 'pagerduty':
      return verifyPagerDuty(source, delivery);
    default:
      return verifyBearer(source, delivery);
  }
}

/** Ours: the time it was signed at and the body, so that neither can be had without the other. */
function verifyGeneric(
  source: ConditionSourceConfig,
  delivery: ConditionDelivery,
  now: Date,
): VerifiedDelivery {
  const timestamp = need(delivery, 'X-Agent-Governance-Timestamp');
  const signatures = readSignatures(
    need(delivery, 'X-Agent-Governance-Signature'),
  );
  assertSigned(
    signatures,
    source.secrets.map(secret =>
      signHmac(secret, timestamp, '.', delivery.bytes),
    ),
    'X-Agent-Governance-Signature',
  );
  const signedAt = TIMESTAMP.test(timestamp)
    ? new Date(Number(timestamp) * 1_000)
    : undefined;
  const offBy = signedAt && Math.abs(now.getTime() - signedAt.getTime());
  if (offBy === undefined || !(offBy <= source.toleranceMs)) {
    throw new AuthenticationError(
      `X-Agent-Governance-Timestamp must be the time of sending in seconds since 1970, no more than ${
        source.toleranceMs / 1_000
      } seconds from the portal's clock`,
    );
  }
  const digest = createHash('sha256')
    .update(`${source.id}\0${timestamp}\0`)
    .update(delivery.bytes)
    .digest('hex');
  const expiresAt = new Date(signedAt!.getTime() + source.toleranceMs + 1_000);
  return { signedAt, once: { digest, expiresAt } };
}

/** Theirs covers the body alone: an old one is told by the time in its event. */
function verifyPagerDuty(
  source: ConditionSourceConfig,
  delivery: ConditionDelivery,
): VerifiedDelivery {
  assertSigned(
    readSignatures(need(delivery, 'X-PagerDuty-Signature')),
    source.secrets.map(secret => signHmac(secret, delivery.bytes)),
    'X-PagerDuty-Signature',
  );
  return {};
}

function verifyBearer(
  source: ConditionSourceConfig,
  delivery: ConditionDelivery,
): VerifiedDelivery {
  const [, token] =
    /^Bearer +(\S+)$/i.exec(need(delivery, 'Authorization')) ?? [];
  if (token === undefined || !matchesAny([token], source.secrets)) {
    throw new AuthenticationError(
      `Authorization must be 'Bearer' and a token of this source`,
    );
  }
  return {};
}

function need(delivery: ConditionDelivery, name: string): string {
  const value = delivery.header(name);
  if (!value) {
    throw new AuthenticationError(`The header ${name} is missing`);
  }
  return value;
}

function assertSigned(given: string[], expected: string[], name: string): void {
  if (given.length === 0) {
    throw new AuthenticationError(`${name} must hold a signature 'v1=…'`);
  }
  if (!matchesAny(given, expected)) {
    throw new AuthenticationError(
      `${name} was not made over this body with a secret of this source`,
    );
  }
}
