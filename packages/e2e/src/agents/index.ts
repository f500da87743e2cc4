export { asAgent } from './asAgent';
export { makeAgentKeys } from './makeAgentKeys';
