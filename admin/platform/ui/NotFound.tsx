import Button from "@mui/material/Button";
import { Compass } from "lucide-react";
import { Link } from "react-router";
import { defineWords, useWords } from "../language";
import { Empty } from "./states";
import { Page } from "./Page";

const words = defineWords({
  vi: { title: "Không có trang này", text: "Địa chỉ sai, hoặc trang đã được chuyển đi.", home: "Về trang chủ" },
  en: { title: "There is no such page", text: "The address is wrong, or the page has moved.", home: "Go home" },
});

/** What an unknown address leads to. */
export function NotFound() {
  const w = useWords(words);
  return (
    <Page title={w.title}>
      <div className="card">
        <Empty
          icon={Compass}
          title={w.title}
          actions={
            <Button component={Link} to="/" variant="outlined">
              {w.home}
            </Button>
          }
        >
          {w.text}
        </Empty>
      </div>
    </Page>
  );
}
