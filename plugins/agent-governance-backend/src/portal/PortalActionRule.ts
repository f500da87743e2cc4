import { OperationRule } from './OperationRule';

/** How the portal actions with a certain id are governed. */
export interface PortalActionRule extends OperationRule {
  /** Pattern over ids; `*` stands for any text. */
  id: string;
}
