/**
 * Gives what was recorded. Where the caller does what may have the body go another way (it sends a value, throws into it,
 * has it return, or aborts a signal that it was given), the body runs up to that place and goes on from there.
 */
import type { Recorded } from "../codec/steps-content.ts";
import type { AsyncSteps, Steering, Steps } from "./steps.ts";

interface Course<S> {
  readonly recorded: Recorded;
  readonly steering: Steering;
  /** Asked before each step: whether the body would find something else than when it was recorded. */
  readonly deviates: () => boolean;
  readonly run: () => S;
}

export function replaySync({ recorded, steering, deviates, run }: Course<Steps>): Steps {
  const { yielded, returned } = recorded;
  const isSteered = (sent: unknown): boolean => (sent !== undefined && steering.answersSent) || deviates();
  let given = 0;
  let body: Steps | undefined;
  const resume = (): Steps => {
    if (body !== undefined) return body;
    body = run();
    for (let i = 0; i < given; i++) body.next(undefined);
    return body;
  };
  return {
    [Symbol.iterator]() {
      return this;
    },
    next(sent) {
      if (body !== undefined || isSteered(sent)) return resume().next(sent);
      return given < yielded.length ? step(yielded[given++]) : end(returned);
    },
    throw(error) {
      if (body !== undefined || steering.answersSent) return resume().throw(error);
      throw error;
    },
    return(value) {
      return body !== undefined || steering.answersReturn ? resume().return(value) : end(value);
    },
  };
}

export function replayAsync({ recorded, steering, deviates, run }: Course<AsyncSteps>): AsyncSteps {
  const { yielded, returned } = recorded;
  const isSteered = (sent: unknown): boolean => (sent !== undefined && steering.answersSent) || deviates();
  let given = 0;
  let body: AsyncSteps | undefined;
  const resume = async (): Promise<AsyncSteps> => {
    if (body !== undefined) return body;
    body = run();
    for (let i = 0; i < given; i++) await body.next(undefined);
    return body;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(sent) {
      if (body !== undefined || isSteered(sent)) return await (await resume()).next(sent);
      return given < yielded.length ? step(yielded[given++]) : end(returned);
    },
    async throw(error) {
      if (body !== undefined || steering.answersSent) return await (await resume()).throw(error);
      throw error;
    },
    async return(value) {
      return body !== undefined || steering.answersReturn ? await (await resume()).return(value) : end(value);
    },
  };
}

function step(value: unknown): IteratorResult<unknown, unknown> {
  return { value, done: false };
}

function end(value: unknown): IteratorResult<unknown, unknown> {
  return { value, done: true };
}
