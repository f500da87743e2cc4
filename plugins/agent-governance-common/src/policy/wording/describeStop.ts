import { StopFactValue } from '../../model';
import { describeStopScope } from './describeStopScope';
import { plainText } from './plainText';
import { quoteText } from './quoteText';

/** What is stopped, why and by whom, as a clause. @public */
export function describeStop(
  stop: Pick<StopFactValue, 'scope' | 'reason' | 'pulledBy'>,
): string {
  return `${describeStopScope(stop.scope)} is stopped: ${quoteText(
    stop.reason,
  )} (pulled by ${plainText(stop.pulledBy)})`;
}
