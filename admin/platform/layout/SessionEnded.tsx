import { useQueryClient } from "@tanstack/react-query";
import { LogIn } from "lucide-react";
import { useEffect, useState } from "react";
import { SESSION_ENDED } from "../graphql";
import { defineWords, useWords } from "../language";
import { Note } from "../ui/Note";
import { forgetViewer, loadViewer, useViewer } from "../viewer";

const words = defineWords({
  vi: {
    ended: "Phiên làm việc đã kết thúc.",
    kept: "Những gì đang gõ vẫn còn ở đây: đăng nhập lại ở thẻ khác rồi lưu.",
    enter: "Đăng nhập lại",
  },
  en: {
    ended: "Your session has ended.",
    kept: "What you are typing is still here: sign in again in another tab, then save.",
    enter: "Sign in again",
  },
});

/** Says that a save was refused because the session is over, until somebody has signed in again. */
export function SessionEnded() {
  const w = useWords(words);
  const viewer = useViewer();
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const mine = viewer?.person.id;

  useEffect(() => {
    const over = (): void => setEnded(true);
    window.addEventListener(SESSION_ENDED, over);
    return () => window.removeEventListener(SESSION_ENDED, over);
  }, []);

  useEffect(() => {
    if (!ended) return undefined;
    const look = async (): Promise<void> => {
      forgetViewer();
      const now = await loadViewer().catch(() => null);
      if (!now) return;
      // Somebody else's page and rights: nothing of the former person's may stay.
      if (mine && now.person.id !== mine) return window.location.reload();
      setEnded(false);
      await queries.invalidateQueries({ queryKey: ["viewer"] });
    };
    const back = (): void => void look();
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, [ended, mine, queries]);

  if (!ended) return null;
  return (
    <div style={{ padding: "12px 24px 0" }} role="alert">
      <Note kind="conflict" icon={LogIn}>
        <b>{w.ended}</b> {w.kept}{" "}
        <a href="/login" target="_blank" rel="noreferrer">
          {w.enter}
        </a>
      </Note>
    </div>
  );
}
