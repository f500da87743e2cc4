import { NotReplayableBecause } from '../../model';

/** Why a decision could not be made again, as the rest of “so many were not, because …”. @public */
export const NOT_REPLAYABLE_WORDS: Readonly<
  Record<NotReplayableBecause, string>
> = {
  'facts-gone': 'their facts are no longer stored',
  'facts-altered': 'what is stored is not the facts they were made from',
  'facts-version': 'their facts are of a version that is not read any more',
  'policy-set-gone': 'what else they were made with is no longer stored',
  'policy-set-altered': 'what is stored is not what they were made with',
  'portal-rules':
    'the portal’s policy answered with rules that are not there any more, or that ask otherwise now',
  unreadable: 'their record cannot be read',
};
