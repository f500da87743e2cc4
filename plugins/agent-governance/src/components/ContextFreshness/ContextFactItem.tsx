import { ContextFact } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  FactValue,
  FreshnessBadge,
  PlainText,
  Time,
  formatDuration,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import styles from './ContextFreshness.module.css';

/** Read from the catalog while the page was loading. */
const JUST_NOW_SECONDS = 5;

/** How the portal names the source of a fact that no source stated. */
const NO_SOURCE = 'none';

function ageInWords(fact: ContextFact): string {
  const allowed = fact.standard?.errorAfterSeconds;
  const standard =
    allowed === undefined
      ? 'no standard for its age'
      : `the standard allows ${formatDuration(allowed)}`;
  if (fact.ageSeconds === undefined) {
    return `age unknown, ${standard}`;
  }
  return fact.ageSeconds < JUST_NOW_SECONDS
    ? `as of now, ${standard}`
    : `${formatDuration(fact.ageSeconds)} old, ${standard}`;
}

function whoMay(signOffBy: string | undefined): string {
  if (!signOffBy) {
    return 'Nobody may sign this off.';
  }
  return signOffBy === 'target-owner'
    ? 'The owner of this entity may sign it off.'
    : `${signOffBy} may sign it off.`;
}

function SignOffLine(props: { signOff: NonNullable<ContextFact['signOff']> }) {
  const { signOff } = props;
  return (
    <span>
      Signed off by <EntityName entityRef={signOff.personRef} />{' '}
      <Time value={signOff.signedOffAt} />
      {!signOff.valid && (
        <>
          , lapsed:{' '}
          <PlainText text={signOff.lapsedBecause ?? 'no longer valid'} />
        </>
      )}
    </span>
  );
}

/** One fact: value, source, age against its standard, and who vouches for it. */
export function ContextFactItem(props: {
  fact: ContextFact;
  onSignOff(): void;
}) {
  const { fact, onSignOff } = props;
  return (
    <li className={styles.fact}>
      <div className={styles.line}>
        <FreshnessBadge freshness={fact.freshness} />
        <strong>{fact.title}</strong>
        <FactValue value={fact.value} />
      </div>
      <div className={styles.quiet}>
        {fact.source !== NO_SOURCE && (
          <span>
            from {fact.source}
            {fact.sourceRevision && (
              <>
                {' '}
                at <PlainText text={fact.sourceRevision} limit={60} />
              </>
            )}
          </span>
        )}
        <span>{ageInWords(fact)}</span>
        {fact.verifiedAt && (
          <span>
            verified <Time value={fact.verifiedAt} />
          </span>
        )}
        {fact.signOff && <SignOffLine signOff={fact.signOff} />}
        {fact.note && <PlainText text={fact.note} />}
      </div>
      {fact.maySignOff ? (
        <div>
          <Button size="small" variant="secondary" onPress={onSignOff}>
            Sign off {fact.title}
          </Button>
        </div>
      ) : (
        fact.standard &&
        fact.value !== undefined && (
          <div className={styles.quiet}>{whoMay(fact.standard.signOffBy)}</div>
        )
      )}
    </li>
  );
}
