import { Decision } from '../model';

/**
 * A decision as the engine makes it. What ties it to one request is added by whoever asked:
 * its id, the request, what it was made for, and the digests of request and facts.
 *
 * @public
 */
export type DecisionCore = Omit<
  Decision,
  'id' | 'requestId' | 'purpose' | 'requestDigest' | 'factsDigest'
>;
