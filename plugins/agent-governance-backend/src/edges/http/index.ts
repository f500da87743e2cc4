export { CONDITION_REPORTS_PATH } from './receiveConditionReports';
export { createRouter, type RouterOptions } from './createRouter';
