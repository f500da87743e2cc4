import { runProgram } from './program';
import { processSurroundings } from './Surroundings';

runProgram(process.argv.slice(2), processSurroundings()).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 2;
  },
);
