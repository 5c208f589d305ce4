import type { Language } from "./format";

/** A refusal or failure as the server words it, in both languages. */
export class ServerError extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly messages: { vi: string; en: string };

  constructor(code: string, messages: { vi: string; en: string }, field?: string) {
    super(messages.en);
    this.name = "ServerError";
    this.code = code;
    this.field = field;
    this.messages = messages;
  }

  in(language: Language): string {
    return this.messages[language];
  }
}

/** Codes that are not the server's: it did not answer, or not in its own words. */
export const NO_ANSWER = "NO_ANSWER";
export const UNEXPECTED = "UNEXPECTED";

/** The window hears this when a save was refused because nobody is signed in any more. */
export const SESSION_ENDED = "danh-muc.session-ended";

/** An error of a GraphQL answer. */
export interface GraphqlFailure {
  message: string;
  extensions?: { code?: unknown; field?: unknown; messageVi?: unknown; messageEn?: unknown };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphqlFailure[];
}

export function errorFrom(failure: GraphqlFailure): ServerError {
  const { code, field, messageVi, messageEn } = failure.extensions ?? {};
  return new ServerError(
    textOf(code) ?? UNEXPECTED,
    {
      vi: textOf(messageVi) ?? `Máy chủ báo lỗi: ${failure.message}`,
      en: textOf(messageEn) ?? `The server answered with an error: ${failure.message}`,
    },
    textOf(field),
  );
}

const noAnswer = (): ServerError =>
  new ServerError(NO_ANSWER, {
    vi: "Máy chủ chưa trả lời. Không có gì bị mất; hãy thử lại.",
    en: "The server did not answer. Nothing is lost; try again.",
  });

/** Asks /graphql and returns the answer as it came; fails only when there is none. */
export async function ask(
  query: string,
  variables: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<GraphqlAnswer> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json",
        // Change sets made here say that they come from the admin.
        "x-danh-muc-client": "admin",
      },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw noAnswer();
  }
  let answer: GraphqlAnswer;
  try {
    answer = (await response.json()) as GraphqlAnswer;
  } catch {
    throw noAnswer();
  }
  const isOver = answer.errors?.some((failure) => failure.extensions?.code === "SIGN_IN");
  if (isOver && /^\s*mutation\b/.test(query)) window.dispatchEvent(new Event(SESSION_ENDED));
  return answer;
}

/** Asks and returns the data; the first error is thrown. For the hand-written operations of a screen. */
export async function request<Data>(
  query: string,
  variables?: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Data> {
  const answer = await ask(query, variables, signal);
  const failure = answer.errors?.[0];
  if (failure) throw errorFrom(failure);
  return answer.data as Data;
}
