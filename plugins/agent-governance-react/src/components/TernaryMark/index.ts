export * from './TernaryMark';
