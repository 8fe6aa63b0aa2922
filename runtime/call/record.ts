/** Passes on what a body gives, and has it recorded. */
import type { Recording } from "./recording.ts";
import type { AsyncSteps, Steering, Steps } from "./steps.ts";

type Clock = () => number;

export function recordSync(recording: Recording, body: Steps, steering: Steering, clock: Clock): Steps {
  return {
    [Symbol.iterator]() {
      return this;
    },
    next(sent) {
      if (sent !== undefined && steering.answersSent) recording.fail();
      const start = clock();
      try {
        const result = body.next(sent);
        recording.spend(clock() - start);
        take(recording, result);
        return result;
      } catch (error) {
        recording.fail();
        throw error;
      }
    },
    throw(error) {
      recording.fail();
      return body.throw(error);
    },
    return(value) {
      recording.fail();
      return body.return(value);
    },
  };
}

export function recordAsync(recording: Recording, body: AsyncSteps, steering: Steering, clock: Clock): AsyncSteps {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(sent) {
      if (sent !== undefined && steering.answersSent) recording.fail();
      const start = clock();
      try {
        const result = await body.next(sent);
        recording.spend(clock() - start);
        take(recording, result);
        return result;
      } catch (error) {
        recording.fail();
        throw error;
      }
    },
    throw(error) {
      recording.fail();
      return body.throw(error);
    },
    return(value) {
      recording.fail();
      return body.return(value);
    },
  };
}

function take(recording: Recording, { done, value }: IteratorResult<unknown, unknown>): void {
  if (done === true) recording.finish(value);
  else recording.note(value);
}
