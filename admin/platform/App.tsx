import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useMemo, type ComponentType } from "react";
import { Admin, CustomRoutes, localStorageStore, Resource, type DashboardComponent } from "react-admin";
import { BrowserRouter, Route } from "react-router-dom";
import { gridRoutes } from "../generic/grid-routes";
import { genericRoutes, genericScreens } from "../generic/screens";
import { SignIn } from "../sign-in/SignIn";
import { AsOfProvider } from "./as-of";
import { authProvider, codeOf } from "./auth-provider";
import { createDataProvider } from "./data/provider";
import { NO_ANSWER } from "./graphql";
import { currentLanguage, i18nProvider } from "./i18n/provider";
import { FrameContext, Layout, type Frame } from "./layout/Layout";
import { Notification } from "./layout/Notification";
import { LookContext, type Looks } from "./looks";
import { model } from "./model";
import type { Noun, Screens } from "./noun";
import { RulesContext, type RulesByResource } from "./rules";
import { SiteContext } from "./site";
import { StandInContext, type StandIns } from "./stand-ins";
import { StartFailed } from "./StartFailed";
import { NotFound } from "./ui/NotFound";
import { theme } from "./theme";
import { loadSite } from "./viewer";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && codeOf(error) === NO_ANSWER,
    },
  },
});
const dataProvider = createDataProvider(currentLanguage);
const store = localStorageStore("1", "danh-muc");

interface AppProps {
  nouns: Noun[];
  /** The server's rules that spreadsheets run while one types. */
  rules: RulesByResource;
  dashboard: ComponentType<object>;
  searched: string[];
}

function Started({ nouns, rules, dashboard, searched }: AppProps) {
  const { data: site, error, refetch } = useQuery({ queryKey: ["site"], queryFn: loadSite, staleTime: Infinity });
  const frame = useMemo<Frame>(() => ({ menu: nouns.flatMap((noun) => noun.menu), searched }), [nouns, searched]);
  const standIns = useMemo<Record<string, StandIns>>(
    () => Object.assign({}, ...nouns.map((noun) => noun.standIns)),
    [nouns],
  );
  const looks = useMemo<Record<string, Looks>>(() => Object.assign({}, ...nouns.map((noun) => noun.looks)), [nouns]);
  const grids = useMemo(() => gridRoutes(nouns), [nouns]);
  const own: Record<string, Screens> = Object.assign({}, ...nouns.map((noun) => noun.resources));
  if (error) return <StartFailed onRetry={() => void refetch()} />;
  if (!site) return null;
  return (
    <SiteContext value={site}>
      <AsOfProvider workingDate={site.workingDate}>
        <FrameContext value={frame}>
          <StandInContext value={standIns}>
            <LookContext value={looks}>
              <RulesContext value={rules}>
                <Admin
                  title="Danh Mục"
                  disableTelemetry
                  requireAuth
                  authProvider={authProvider}
                  dataProvider={dataProvider}
                  i18nProvider={i18nProvider}
                  queryClient={queryClient}
                  store={store}
                  theme={theme}
                  layout={Layout}
                  loginPage={SignIn}
                  dashboard={dashboard as DashboardComponent}
                  notification={Notification}
                  catchAll={NotFound}
                >
                  {model.resources.map((resource) => (
                    <Resource
                      key={resource.plural}
                      name={resource.plural}
                      {...genericScreens(resource)}
                      {...own[resource.plural]}
                    />
                  ))}
                  <CustomRoutes>
                    {[...genericRoutes(), ...nouns.flatMap((noun) => noun.routes ?? []), ...grids].map(
                      ({ path, page: Page }) => (
                        <Route key={path} path={path} element={<Page />} />
                      ),
                    )}
                  </CustomRoutes>
                </Admin>
              </RulesContext>
            </LookContext>
          </StandInContext>
        </FrameContext>
      </AsOfProvider>
    </SiteContext>
  );
}

/** The admin: everything generic from the model, everything special from the nouns. */
export function App(props: AppProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Started {...props} />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
