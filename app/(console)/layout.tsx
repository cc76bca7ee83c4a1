import "../globals.css";

export { WithApi as default } from "@/ui/with-api";
