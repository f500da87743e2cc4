export { AgentOutlook } from './AgentOutlook';
export { OutlookDetail } from './OutlookDetail';
