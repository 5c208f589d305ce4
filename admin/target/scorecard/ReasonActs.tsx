import IconButton from "@mui/material/IconButton";
import { ArrowLeft, Share2 } from "lucide-react";
import { useNotify } from "react-admin";
import { useNavigate } from "react-router";
import { useWords } from "../../platform/language";
import { words } from "./scorecard.words";

/** As large as a finger, with the sign itself in line with the text below. */
const TOUCH = { width: 44, height: 44, marginX: "-12px" };

/** True where a page of this app lies behind; the router counts its steps in the browser's history. */
const hasStepsBehind = (): boolean => ((window.history.state as { idx?: number } | null)?.idx ?? 0) > 0;

/** Back to where one came from, or to the results where the page was opened by its address. */
export function BackButton({ otherwise }: { otherwise: string }) {
  const w = useWords(words);
  const navigate = useNavigate();
  return (
    <IconButton
      aria-label={w.back}
      sx={TOUCH}
      onClick={() => void (hasStepsBehind() ? navigate(-1) : navigate(otherwise))}
    >
      <ArrowLeft size={20} />
    </IconButton>
  );
}

/** Hands the page's address to whatever the phone shares with, or else copies it. */
export function ShareButton({ title }: { title: string }) {
  const w = useWords(words);
  const notify = useNotify();
  const share = async (): Promise<void> => {
    const url = window.location.href;
    try {
      if (typeof navigator.share === "function") return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      notify(w.shared, { type: "info" });
    } catch (error) {
      // Whoever closes the phone's list of ways has changed their mind.
      if (!(error instanceof DOMException && error.name === "AbortError")) notify(w.notShared, { type: "warning" });
    }
  };
  return (
    <IconButton aria-label={w.share} sx={TOUCH} onClick={() => void share()}>
      <Share2 size={20} />
    </IconButton>
  );
}
