export { McpServerTools } from './McpServerTools';
export { ServerStateTag } from './ServerStateTag';
export { TOOL_LOOKS } from './toolLooks';
