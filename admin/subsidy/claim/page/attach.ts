import { errorFrom, NO_ANSWER, ServerError, type GraphqlFailure } from "../../../platform/graphql";

/** Sends a file to be attached to a claim; gives why it was refused. */
export async function attach(claim: string, kind: string, file: File): Promise<ServerError | undefined> {
  const query = new URLSearchParams({ kind, name: file.name });
  try {
    const response = await fetch(`/api/subsidy-claims/${claim}/attachments?${query.toString()}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/octet-stream", "x-danh-muc-client": "admin" },
      body: file,
    });
    if (response.ok) return undefined;
    const { errors } = (await response.json()) as { errors: GraphqlFailure[] };
    return errorFrom(errors[0]!);
  } catch {
    return new ServerError(NO_ANSWER, {
      vi: "Máy chủ chưa nhận được tệp. Hãy thử lại.",
      en: "The server did not get the file. Try again.",
    });
  }
}
