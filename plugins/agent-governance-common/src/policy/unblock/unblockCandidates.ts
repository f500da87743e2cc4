import { Facts } from '../../model';
import { contextRenewed } from './candidates/contextRenewed';
import { contextRequoted } from './candidates/contextRequoted';
import { freezesEnd } from './candidates/freezesEnd';
import { ownerDelegates } from './candidates/ownerDelegates';
import { staleFactsObserved } from './candidates/staleFactsObserved';
import {
  changesAge,
  deploymentsEnd,
  healthRecovers,
  incidentsResolved,
} from './candidates/stateOfTheWorld';
import { stopsReleased } from './candidates/stopsReleased';
import { UnblockCandidate } from './UnblockCandidate';

/** Everything about these facts that could come to be otherwise without another request. */
export function unblockCandidates(facts: Facts): UnblockCandidate[] {
  return [
    ...stopsReleased(facts),
    ...freezesEnd(facts),
    ...incidentsResolved(facts),
    ...healthRecovers(facts),
    ...deploymentsEnd(facts),
    ...ownerDelegates(facts),
    ...contextRenewed(facts),
    ...contextRequoted(facts),
    ...changesAge(facts),
    ...staleFactsObserved(facts),
  ];
}
