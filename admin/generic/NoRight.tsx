import Button from "@mui/material/Button";
import { Lock } from "lucide-react";
import { Link } from "react-router";
import { defineWords, useLabel, useWords } from "../platform/language";
import type { ModelResource } from "../platform/model";
import { Empty } from "../platform/ui/states";
import { Page } from "../platform/ui/Page";
import { useViewer } from "../platform/viewer";

const words = defineWords({
  vi: {
    title: (what: string) => `Bạn không có quyền sửa ${what.toLowerCase()}`,
    text: "Vai của bạn chỉ xem được. Nếu cần sửa, hãy nhờ người có quyền, hoặc nhờ quản trị phân thêm vai.",
    see: (what: string) => `Xem ${what.toLowerCase()}`,
  },
  en: {
    title: (what: string) => `You may not change ${what.toLowerCase()}`,
    text: "Your role may look only. If something must be changed, ask a person who may, or ask an administrator for the role.",
    see: (what: string) => `See ${what.toLowerCase()}`,
  },
});

/** What a form's address shows to those who may not save it: better than refusing what they have typed. */
export function NoRight({ resource }: { resource: ModelResource }) {
  const w = useWords(words);
  const label = useLabel();
  const viewer = useViewer();
  const name = label(resource.label);
  const list = label(resource.pluralLabel);
  // Before it is known who is there, nothing is said of their rights.
  if (!viewer) return null;
  return (
    <Page title={w.title(name)} crumbs={[{ text: list, to: `/${resource.plural}` }]}>
      <div className="card">
        <Empty
          icon={Lock}
          title={w.title(name)}
          actions={
            <Button component={Link} to={`/${resource.plural}`} variant="outlined">
              {w.see(list)}
            </Button>
          }
        >
          {w.text}
        </Empty>
      </div>
    </Page>
  );
}
