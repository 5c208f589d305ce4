import { HttpError, type AuthProvider } from "react-admin";
import { ServerError } from "./graphql";
import { findResource } from "./model";
import { forgetViewer, isForgotten, loadViewer, signIn, signInDemo, signOut, type Role } from "./viewer";

/** What the sign-in page hands over: a demo role, or an address and a password. */
export type Credentials = { role: Role } | { email: string; password: string };

const CHANGING = new Set(["create", "edit", "delete"]);

/** The server's code of a refusal, however it was wrapped on the way. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof ServerError) return error.code;
  if (error instanceof HttpError) return (error.body as { code?: string } | undefined)?.code;
  return undefined;
}

/** Session by cookie: the browser holds nothing that a script could read. */
export const authProvider: AuthProvider = {
  login: async (credentials: Credentials) => {
    await ("role" in credentials ? signInDemo(credentials.role) : signIn(credentials.email, credentials.password));
  },
  logout: async () => {
    // Where the server has ended the session itself there is nothing to end. A failure is thrown: a session that may
    // still be open on this machine is never called closed.
    if (!isForgotten()) await signOut();
    return "/login";
  },
  checkAuth: async () => {
    if (!(await loadViewer())) throw new Error("signed out");
  },
  checkError: async (error: unknown) => {
    if (codeOf(error) !== "SIGN_IN") return;
    forgetViewer();
    throw new Error("signed out");
  },
  getIdentity: async () => {
    const viewer = await loadViewer();
    if (!viewer) throw new Error("signed out");
    return { id: viewer.person.id, fullName: viewer.person.name };
  },
  getPermissions: async () => (await loadViewer())?.permissions ?? [],
  canAccess: async ({ resource, action }) => {
    const declared = findResource(resource);
    if (!declared) return true;
    const permission = `${declared.single}.${CHANGING.has(action) ? "change" : "read"}`;
    return (await loadViewer())?.permissions.includes(permission) ?? false;
  },
};
