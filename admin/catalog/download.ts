import { errorFrom, NO_ANSWER, ServerError, type GraphqlFailure } from "../platform/graphql";

/** Fetches a file of the server's and hands it to the browser to keep; answers with the refusal where there is one. */
export async function download(address: string, fallbackName: string): Promise<ServerError | null> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: "same-origin" });
  } catch {
    return new ServerError(NO_ANSWER, {
      vi: "Máy chủ chưa trả lời. Hãy thử lại.",
      en: "The server did not answer. Try again.",
    });
  }
  if (!response.ok) {
    const answer = (await response.json().catch(() => null)) as { errors?: GraphqlFailure[] } | null;
    return errorFrom(answer?.errors?.[0] ?? { message: response.statusText });
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? fallbackName;
  link.click();
  URL.revokeObjectURL(link.href);
  return null;
}
