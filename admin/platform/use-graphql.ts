import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useLogoutIfAccessDenied } from "react-admin";
import { request } from "./graphql";

interface Options<Data> {
  enabled?: boolean;
  /** Keep the former rows on screen while the next ones load, e.g. when a date moves. */
  keep?: boolean;
  select?: (data: Data) => Data;
}

/** Runs a hand-written query of a screen; a lost session leads to the sign-in page. */
export function useGraphql<Data>(
  query: string,
  variables: Record<string, unknown> = {},
  options: Options<Data> = {},
): UseQueryResult<Data, Error> {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useQuery<Data, Error>({
    queryKey: ["graphql", query, variables],
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? (former) => former : undefined,
    queryFn: async ({ signal }) => {
      try {
        return await request<Data>(query, variables, signal);
      } catch (error) {
        await logoutIfAccessDenied(error as Error);
        throw error;
      }
    },
  });
}
