export { expectFits } from './expectFits';
export { openPage } from './openPage';
export { section } from './section';
export { chooseTheme, expectTheme } from './theme';
export type { Theme } from './theme';
export { picture } from './picture';
