export { StopsPage } from './StopsPage';
