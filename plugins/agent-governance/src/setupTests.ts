import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// A whole app is rendered per test; on a busy computer that takes its time.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
