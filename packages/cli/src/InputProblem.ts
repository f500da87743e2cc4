/** Something that whoever called asked for and cannot be done: told in one line, without a stack. */
export class InputProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputProblem';
  }
}
