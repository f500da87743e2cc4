import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, ButtonLink } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { rootRouteRef } from '../../routes';
import { PolicyEditor } from '../PolicyEditor';
import { readTexts } from '../PolicyText/readTexts';
import { replayLink } from './trialLinks';
import { useSimulatorLink } from './useSimulatorLink';
import styles from './PolicyTrial.module.css';

/** A policy's text to be changed, and where to see what that would do. It comes with the engine. */
export default function TrialContent(props: {
  policy: PolicyDetail;
  onClose(): void;
}) {
  const { policy, onClose } = props;
  const before = useMemo(() => {
    const { catalog, decides } = readTexts(policy);
    return catalog ?? decides;
    // the text being changed is the one from when the change was begun
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [policy.ref]);
  const [text, setText] = useState(before?.text ?? '');
  const [rightText, setRightText] = useState<string>();
  const root = useRouteRef(rootRouteRef)?.();
  const now = useMemo(() => new Date(), []);

  if (before?.isMasked) {
    return (
      <Alert
        status="warning"
        icon
        title="You cannot try a change of it here"
        description="Names in its text are masked that you may not read, so what you would change is not what it says."
      />
    );
  }
  const isChanged = text.trim() !== (before?.text ?? '').trim();
  const isRight = rightText === text && text.trim() !== '';
  const replay =
    root &&
    replayLink(root, {
      title: `${policy.title}: changed`,
      draft: { changes: [{ kind: 'text', text }] },
      now,
    });
  return (
    <div className={styles.trial}>
      <PolicyEditor
        label="Text to try"
        mode="file"
        value={text}
        onChange={setText}
        onChecked={checked =>
          setRightText(checked.isRight ? checked.text : undefined)
        }
      />
      <Ways
        text={text}
        replay={replay}
        because={whyNot({ isChanged, isRight })}
      />
      <Button variant="tertiary" onPress={onClose}>
        Leave it as it is
      </Button>
    </div>
  );
}

function whyNot(tried: {
  isChanged: boolean;
  isRight: boolean;
}): string | undefined {
  if (!tried.isChanged) {
    return 'Nothing is changed yet.';
  }
  return tried.isRight
    ? undefined
    : 'It can be tried once nothing is wrong with it.';
}

function Ways(props: { text: string; replay?: string; because?: string }) {
  const { text, replay, because } = props;
  const simulate = useSimulatorLink(text);
  if (because !== undefined) {
    return <p className={styles.quiet}>{because} Nothing is saved here.</p>;
  }
  return (
    <>
      <p className={styles.quiet}>
        Nothing is saved here: what decides is changed where the policy is kept.
      </p>
      <div className={styles.actions}>
        {simulate && (
          <ButtonLink variant="primary" href={simulate}>
            Simulate a request
          </ButtonLink>
        )}
        {replay && (
          <ButtonLink variant="primary" href={replay}>
            Replay the last 7 days
          </ButtonLink>
        )}
      </div>
      {!(simulate && replay) && (
        <p className={styles.quiet}>
          The text is too long for a link. Paste it where policies are simulated
          and replayed.
        </p>
      )}
    </>
  );
}
