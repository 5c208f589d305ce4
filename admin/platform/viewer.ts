import { useQuery } from "@tanstack/react-query";
import { request } from "./graphql";

/** The seven roles of the product. */
export type Role = "ADMINISTRATOR" | "CATALOG" | "AGENCY" | "FINANCE" | "POST" | "LEADER" | "REPORTER";

/** Who is signed in, and what they may do. */
export interface Viewer {
  person: { id: string; name: string };
  /** The agency they work for. */
  agency: string | null;
  roles: Role[];
  /** "<single>.read" and "<single>.change". */
  permissions: string[];
  workingDate: string;
  isDemo: boolean;
}

/** What is known before anyone signs in. */
export interface Site {
  isDemo: boolean;
  workingDate: string;
  demoRoles: Role[];
  version: string;
}

const VIEWER_FIELDS = "person { id name } agency roles permissions workingDate isDemo";

let viewer: Promise<Viewer | null> | undefined;

/** The signed-in person, asked once until someone signs in or out. */
export function loadViewer(): Promise<Viewer | null> {
  viewer ??= request<{ viewer: Viewer | null }>(`query Viewer { viewer { ${VIEWER_FIELDS} } }`)
    .then((data) => data.viewer)
    .catch((error: unknown) => {
      viewer = undefined;
      throw error;
    });
  return viewer;
}

export function forgetViewer(): void {
  viewer = undefined;
}

export async function signIn(email: string, password: string): Promise<Viewer> {
  const data = await request<{ signIn: Viewer }>(
    `mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { ${VIEWER_FIELDS} } }`,
    { email, password },
  );
  viewer = Promise.resolve(data.signIn);
  return data.signIn;
}

/** The demo's way in: one click per role. */
export async function signInDemo(role: Role): Promise<Viewer> {
  const data = await request<{ signInDemo: Viewer }>(
    `mutation SignInDemo($role: Role!) { signInDemo(role: $role) { ${VIEWER_FIELDS} } }`,
    { role },
  );
  viewer = Promise.resolve(data.signInDemo);
  return data.signInDemo;
}

/** Ends the session on the server; fails, and nothing has ended, where there is no answer. */
export async function signOut(): Promise<void> {
  await request("mutation SignOut { signOut }");
  forgetViewer();
}

/** True after the server has said that there is no session any more. */
export function isForgotten(): boolean {
  return viewer === undefined;
}

/** What the server takes as a password at the least, in characters. */
export const SHORTEST_PASSWORD = 15;

/** Replaces the signed-in person's own password; other sessions of theirs end with it. */
export async function changePassword(current: string, next: string): Promise<void> {
  await request(
    "mutation ChangePassword($current: String!, $next: String!) { changePassword(current: $current, next: $next) }",
    { current, next },
  );
}

export function loadSite(): Promise<Site> {
  return request<{ site: Site }>("query Site { site { isDemo workingDate demoRoles version } }").then(
    (data) => data.site,
  );
}

/** The signed-in person inside the frame, where one always is. */
export function useViewer(): Viewer | undefined {
  return useQuery({ queryKey: ["viewer"], queryFn: loadViewer, staleTime: Infinity }).data ?? undefined;
}

/** Asks whether the signed-in person holds a permission such as "procedure.change". */
export function useMay(): (permission: string) => boolean {
  const current = useViewer();
  return (permission) => current?.permissions.includes(permission) ?? false;
}
