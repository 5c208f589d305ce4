import Button from "@mui/material/Button";
import { RotateCcw, TriangleAlert } from "lucide-react";
import { Component, type ReactNode } from "react";
import { defineWords, useWords } from "../language";
import { Empty } from "./states";

const words = defineWords({
  vi: {
    title: "Trang này gặp lỗi",
    text: "Số liệu đã lưu không bị ảnh hưởng. Hãy mở lại trang; nếu vẫn lỗi, gửi dòng dưới đây cho người quản trị.",
    again: "Mở lại trang",
  },
  en: {
    title: "This page failed",
    text: "Saved data is not affected. Open the page again; if it keeps failing, send the line below to the administrator.",
    again: "Open the page again",
  },
});

function FailedPage({ error }: { error: Error }) {
  const w = useWords(words);
  return (
    <div className="page" role="alert">
      <div className="card">
        <Empty
          icon={TriangleAlert}
          title={w.title}
          actions={
            <Button variant="outlined" startIcon={<RotateCcw size={16} />} onClick={() => window.location.reload()}>
              {w.again}
            </Button>
          }
        >
          <p>{w.text}</p>
          <p className="hint">{error.message}</p>
        </Empty>
      </div>
    </div>
  );
}

/** Keeps a failing screen from taking the frame with it; `place` changes with the address and clears the failure. */
export class ErrorBoundary extends Component<
  { place: string; children: ReactNode },
  { error?: Error; place?: string }
> {
  override state: { error?: Error; place?: string } = {};

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidUpdate(former: { place: string }): void {
    if (former.place !== this.props.place && this.state.error) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    return this.state.error ? <FailedPage error={this.state.error} /> : this.props.children;
  }
}
