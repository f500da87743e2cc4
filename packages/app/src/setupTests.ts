import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The whole app is loaded and rendered; on a busy computer that takes its time.
configure({ asyncUtilTimeout: 60_000 });
jest.setTimeout(120_000);
