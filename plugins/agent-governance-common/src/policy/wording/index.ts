export { describeStop } from './describeStop';
export { describeStopScope } from './describeStopScope';
export { formatAge } from './formatAge';
export { formatInstant } from './formatInstant';
export { notKnown } from './notKnown';
export { plainText } from './plainText';
export { quoteText } from './quoteText';
