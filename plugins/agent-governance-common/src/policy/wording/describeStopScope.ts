import { StopScope } from '../../model';
import { plainText } from './plainText';

/** What a stop brakes, as the subject of a clause. @public */
export function describeStopScope({ kind, ref, on }: StopScope): string {
  switch (kind) {
    case 'agent':
      return on === undefined
        ? plainText(String(ref))
        : `${plainText(String(ref))} on ${plainText(on)}`;
    case 'target':
      return `everything agents do to ${plainText(String(ref))}`;
    case 'action':
      return `the action ${plainText(String(ref))}`;
    default:
      return 'everything agents do';
  }
}
