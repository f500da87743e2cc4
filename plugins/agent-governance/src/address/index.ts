export { useAddress } from './useAddress';
