import type { Page } from "playwright-core";

/** Asks the API as whoever is signed in on a page, and expects an answer without errors. */
export function askAs<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  return page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    const answer = await (await fetch("/graphql", { method: "POST", headers, body })).json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as never;
  }, JSON.stringify({ query, variables }));
}

/** A token for tools, made by whoever is signed in on a page. */
export async function makeToken(page: Page): Promise<string> {
  const query = 'mutation { createToken(name: "Công cụ") { secret } }';
  return (await askAs<{ createToken: { secret: string } }>(page, query)).createToken.secret;
}
