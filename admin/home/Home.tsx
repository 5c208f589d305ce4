import { Page } from "../platform/ui/Page";
import { useViewer } from "../platform/viewer";

/** The page each role starts on. */
export function Home() {
  const viewer = useViewer();
  return <Page title={viewer?.person.name ?? ""}>{null}</Page>;
}
