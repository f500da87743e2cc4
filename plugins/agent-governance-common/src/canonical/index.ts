export { CanonicalJsonError } from './CanonicalJsonError';
export { canonicalJson } from './canonicalJson';
export { digestOf, sha256Hex } from './digest';
