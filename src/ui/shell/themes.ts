import { Monitor, Moon, Sun } from "lucide-react";

/** The colour schemes one can pin, and the system's. */
export const themes = [
  { id: "light", label: "Light", Icon: Sun },
  { id: "dark", label: "Dark", Icon: Moon },
  { id: "system", label: "As the system", Icon: Monitor },
] as const;
