import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useEndFreeze,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ConfirmDialog } from '../ConfirmDialog';

/** Ends a freeze before its time, as the person saw it: a changed one is refused. */
export function EndFreezeDialog(props: {
  freeze: Freeze;
  onClose(): void;
  onEnded(freeze: Freeze): void;
}) {
  const { freeze, onClose, onEnded } = props;
  const end = useEndFreeze();
  return (
    <ConfirmDialog
      title="End this freeze now?"
      confirm="End it"
      keep="Keep it"
      comment={{ maxLength: 2000 }}
      change={end}
      refused={{
        title: 'It was not ended',
        conflict: 'This freeze changed, look again',
      }}
      onConfirm={said =>
        end.mutate(
          { id: freeze.id, revision: freeze.revision, ...said },
          { onSuccess: onEnded },
        )
      }
      onClose={onClose}
    >
      <p>
        <PlainText text={freeze.reason} />: agents may change things in its
        scope again as soon as it has ended.
        {freeze.recurrence && ' It does not come back.'}
        {freeze.ending &&
          ` It takes ${freeze.ending.required} people, and ${freeze.ending.agreedBy.length} agreed.`}
      </p>
    </ConfirmDialog>
  );
}
