import { mayRunAgain } from "./failures";

const TRIES = 6;

/** Runs a unit of work until it goes through, at most six times, waiting a little longer and never in step with others. */
export async function again<T>(
  work: () => Promise<T>,
  mayRetry: (error: unknown) => boolean = mayRunAgain,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= TRIES || !mayRetry(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 2 ** attempt));
    }
  }
}
