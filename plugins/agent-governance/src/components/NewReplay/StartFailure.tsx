import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Link } from '@backstage/ui';
import { messageOf, statusOf } from '../LoadState';
import { PolicyProblems } from '../PolicyTrouble';

interface Refusal {
  problems?: PolicyProblem[];
  replayId?: string;
}

function refusalOf(error: Error | null): Refusal {
  const body = (error as { body?: { error?: Refusal } } | null)?.body;
  return body?.error ?? {};
}

/** What the portal found wrong with a draft. */
export function problemsOf(error: Error | null): PolicyProblem[] {
  return refusalOf(error).problems ?? [];
}

/** Why a replay was not started, and where the one is that hinders it. */
export function StartFailure(props: { error: Error }) {
  const { error } = props;
  const { replayId } = refusalOf(error);
  const problems = problemsOf(error);
  if (statusOf(error) === 409 && replayId) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title="One of yours goes on already"
        description={
          <>
            One at a time.{' '}
            <Link href={`?${new URLSearchParams({ replay: replayId })}`}>
              Look at it
            </Link>
            , wait for its end, or cancel it.
          </>
        }
      />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={
        statusOf(error) === 403
          ? 'You may not replay drafts'
          : 'It was not started'
      }
      description={
        problems.length > 0 ? (
          <PolicyProblems problems={problems} />
        ) : (
          <PlainText text={messageOf(error)} />
        )
      }
    />
  );
}
