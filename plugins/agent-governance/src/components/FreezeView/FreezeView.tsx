import {
  Freeze,
  FreezeDetails,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useFreeze,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { ReactNode, useState } from 'react';
import {
  EndFreeze,
  FreezeActor,
  FreezeScopeName,
  FreezeStateTag,
  FreezeTime,
} from '../FreezeItem';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { Section } from '../Section';
import { FreezeCoverage } from './FreezeCoverage';
import { FreezeExceptions } from './FreezeExceptions';
import { Occurrences } from './Occurrences';
import styles from './FreezeView.module.css';

/** One freeze: when, what and whom it stops, and what is excepted from it. */
export function FreezeView(props: { freezeId: string; onBack(): void }) {
  const { freezeId, onBack } = props;
  const details = useFreeze(freezeId);
  const [said, setSaid] = useState('');
  return (
    <PageMain
      title="Freeze"
      description={
        details.data && (
          <PlainText text={details.data.freeze.reason} limit={500} />
        )
      }
      actions={
        <Button
          variant="secondary"
          iconStart={<RiArrowLeftLine />}
          onPress={onBack}
        >
          All freezes
        </Button>
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <LoadState query={details} what="this freeze">
        {() => (
          <div className={styles.parts}>
            <Standing details={details.data!} onSaid={setSaid} />
            <FreezeExceptions details={details.data!} onSaid={setSaid} />
            <FreezeCoverage coverage={details.data!.coverage} />
          </div>
        )}
      </LoadState>
    </PageMain>
  );
}

function Standing(props: {
  details: FreezeDetails;
  onSaid(words: string): void;
}) {
  const { freeze, next, permission } = props.details;
  const isOver = freeze.state === 'over' || freeze.state === 'ended-early';
  return (
    <Section title="When and where">
      <div className={styles.standing}>
        <p className={styles.state}>
          <FreezeStateTag state={freeze.state} />
        </p>
        <dl className={styles.facts}>
          <Entry name="Covers">
            <FreezeScopeName scope={freeze.scope} />
          </Entry>
          <Entry name="Time">
            <FreezeTime freeze={freeze} />
          </Entry>
          <Entry name="Owner">
            <EntityName entityRef={freeze.owner} />
          </Entry>
          <Entry name="Set">
            <Time value={freeze.createdAt} /> by{' '}
            <FreezeActor actor={freeze.createdBy} />
          </Entry>
          {freeze.origin && (
            <Entry name="From">
              {freeze.origin.calendar
                ? `the calendar ${freeze.origin.calendar}`
                : 'a calendar file'}
              , event <PlainText text={freeze.origin.uid} limit={60} />
            </Entry>
          )}
          {freeze.endedAt && (
            <Entry name="Ended">
              <Time value={freeze.endedAt} />
              {freeze.endedBy && (
                <>
                  {' '}
                  by <FreezeActor actor={freeze.endedBy} />
                </>
              )}
            </Entry>
          )}
        </dl>
        {freeze.recurrence && next.length > 0 && (
          <Occurrences
            title="Next times"
            occurrences={next}
            zone={freeze.recurrence.zone}
          />
        )}
        {!isOver && (
          <EndFreeze
            freeze={freeze}
            hindrance={
              permission?.allowed
                ? undefined
                : permission?.because ?? 'Only people may end it.'
            }
            onEnded={changed => props.onSaid(wordsFor(changed))}
          />
        )}
      </div>
    </Section>
  );
}

function wordsFor(freeze: Freeze): string {
  return freeze.state === 'ended-early'
    ? 'The freeze was ended.'
    : 'You agreed to end the freeze; more people must agree.';
}

function Entry(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
