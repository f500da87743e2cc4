export { Matrix } from './Matrix';
export { MatrixButton } from './MatrixButton';
export { MatrixNote } from './MatrixNote';
