export { judgeChange } from './judgeChange';
