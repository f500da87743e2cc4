export { asAgent } from './asAgent';
export { makeAgentKeys } from './makeAgentKeys';
export { overMcp, said } from './overMcp';
