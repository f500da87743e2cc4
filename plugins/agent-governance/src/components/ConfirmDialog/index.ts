export { ConfirmDialog } from './ConfirmDialog';
export { whatHinders } from './whatHinders';
