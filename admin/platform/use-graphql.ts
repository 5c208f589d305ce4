import { useQuery, type QueryKey, type UseQueryResult } from "@tanstack/react-query";
import { useLogoutIfAccessDenied } from "react-admin";
import { request } from "./graphql";

interface Options {
  enabled?: boolean;
  /** Keep the former rows on screen while the next ones load, e.g. when a date moves. */
  keep?: boolean;
}

/** Runs a hand-written query of a screen. */
export function useGraphql<Data>(
  query: string,
  variables: Record<string, unknown> = {},
  options: Options = {},
): UseQueryResult<Data, Error> {
  return useAnswer<Data>([query, variables], (signal) => request<Data>(query, variables, signal), options);
}

/** Holds an answer that takes one request or several; a lost session leads to the sign-in page. */
export function useAnswer<Data>(
  key: QueryKey,
  answer: (signal: AbortSignal) => Promise<Data>,
  options: Options = {},
): UseQueryResult<Data, Error> {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useQuery<Data, Error>({
    queryKey: ["graphql", ...key],
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? (former) => former : undefined,
    queryFn: async ({ signal }) => {
      try {
        return await answer(signal);
      } catch (error) {
        await logoutIfAccessDenied(error as Error);
        throw error;
      }
    },
  });
}
