"use client";
import { useEffect, useState } from "react";
import { SupportChat } from "../../../../docs/examples/react";

/** The example, once the page's address has said where the test's gateway is. */
export function Chat() {
  const [apiUrl, setApiUrl] = useState("");
  const [isOn, setOn] = useState(true);
  useEffect(() => {
    setApiUrl(new URLSearchParams(location.search).get("gateway") ?? "");
    addEventListener("chat-on", () => setOn(true));
    addEventListener("chat-off", () => setOn(false));
  }, []);
  return apiUrl && isOn && <SupportChat siteKey="pub_x" apiUrl={apiUrl} />;
}
