export { ViewTabs, type View } from './ViewTabs';
