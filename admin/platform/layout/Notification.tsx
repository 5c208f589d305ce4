import { Notification as ReactAdminNotification } from "react-admin";

/** Short messages stand bottom left, after the server has answered. */
export function Notification() {
  return (
    <ReactAdminNotification
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      autoHideDuration={6000}
      multiLine
    />
  );
}
