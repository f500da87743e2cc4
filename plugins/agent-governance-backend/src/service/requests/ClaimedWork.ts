import { Entity } from '@backstage/catalog-model';
import { RegisteredAction } from '../../actions/ActionRegistry';
import { Claim } from '../../store/operations/claimExecution';
import { ActionRequestRow } from '../../store/rows';

/** Work a worker has claimed: everything an executor needs. */
export interface ClaimedWork {
  claim: Claim;
  request: ActionRequestRow;
  target: Entity;
  action: RegisteredAction;
  /** Whether a stop that is pulled while it runs cuts it off, or lets it finish. */
  isCutOffByStops: boolean;
}
