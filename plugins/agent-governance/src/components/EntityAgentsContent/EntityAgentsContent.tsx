import { useConditions } from '@agentgov/backstage-plugin-agent-governance-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { RiSnowflakeLine } from '@remixicon/react';
import { freezesRouteRef } from '../../routes';
import { AgentOutlook } from '../AgentOutlook';
import { AlertStrip } from '../AlertStrip';
import { ApprovalQueue } from '../ApprovalQueue';
import { AuditTrail } from '../AuditTrail';
import { ContextFreshness } from '../ContextFreshness';
import { ConditionsSection } from '../EntityConditions';
import { PageMain } from '../PageMain';
import { StopButton, choicesOn } from '../StopButton';
import { AgentContent } from './AgentContent';
import styles from './EntityAgentsContent.module.css';

/** Leads to the form, filled in; absent where a portal has no page for freezes. */
function SetFreezeLink(props: { entityRef: string }) {
  const freezesRoute = useRouteRef(freezesRouteRef);
  if (!freezesRoute) {
    return null;
  }
  const params = new URLSearchParams({ new: 'true', entity: props.entityRef });
  return (
    <ButtonLink
      variant="secondary"
      iconStart={<RiSnowflakeLine />}
      href={`${freezesRoute()}?${params}`}
    >
      Set a freeze
    </ButtonLink>
  );
}

function TargetContent(props: { entityRef: string }) {
  const { entityRef } = props;
  const conditions = useConditions(entityRef);
  return (
    <PageMain
      isEmbedded
      title="Agents"
      description="What agents asked to do here, what they may do now, and what they act on."
      actions={
        <div className={styles.actions}>
          <SetFreezeLink entityRef={entityRef} />
          <StopButton choices={choicesOn(entityRef)} />
        </div>
      }
    >
      <AlertStrip entityRef={entityRef} />
      <AgentOutlook entityRef={entityRef} />
      <div className={styles.columns}>
        <AuditTrail filter={{ target: entityRef }} />
        <div className={styles.side}>
          <ApprovalQueue filter={{ target: entityRef }} />
          <ConditionsSection conditions={conditions} />
          <ContextFreshness entityRef={entityRef} />
        </div>
      </div>
    </PageMain>
  );
}

/** The tab on the page of everything an agent can act on, and of agents themselves. */
export function EntityAgentsContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return entity.kind.toLocaleLowerCase('en-US') === 'agent' ? (
    <AgentContent agentRef={entityRef} />
  ) : (
    <TargetContent entityRef={entityRef} />
  );
}
